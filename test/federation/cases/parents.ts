import { among, rows as at, type Case, fed, itself, plus } from '../case.ts';
import { give } from '../subgraph.ts';

/** Where what is asked for lies beside the way, and an object above must be asked for again. */
export const PARENTS: readonly Case[] = [
  {
    says: 'a value without a key is completed by the entities above it, two and three levels up',
    subgraphs: {
      a: {
        sdl: fed(`type Query { shelves: [Shelf] } type Shelf @key(fields: "id") { id: ID! books: [Book!] @shareable }
          type Book @shareable { cover: Cover } type Cover { colour: String @shareable }`),
        gives: {
          Query: {
            shelves:
              at(`[{ id: "s1", books: [{ cover: { colour: "red" } }, { cover: { colour: "blue" } }] }
              { id: "s2", books: null }, null, { id: "s3", books: [] }]`),
          },
        },
      },
      b: {
        sdl: fed(`type Shelf @key(fields: "id") { id: ID! books: [Book!] @shareable }
          type Book @shareable { cover: Cover } type Cover { grams: Int colour: String @shareable }`),
        gives: {
          Shelf: {
            ref: among(
              at(`[{ id: "s1", books: [{ cover: { grams: 1, colour: "red" } }, { cover: { grams: 2, colour: "blue" } }] }
                { id: "s2", books: null }, { id: "s3", books: [] }]`),
              'id',
            ),
          },
        },
      },
      c: {
        sdl: fed('type Shelf @key(fields: "id") { id: ID! place: String }'),
        gives: { Shelf: { ref: itself, place: give(({ id }) => `place of ${id}`) } },
      },
    },
    asks: [
      [
        '{ shelves { books { cover { grams } } place } }',
        `{ shelves: [{ books: [{ cover: { grams: 1 } }, { cover: { grams: 2 } }], place: "place of s1" }
          { books: null, place: "place of s2" }, null, { books: [], place: "place of s3" }] }`,
      ],
      [
        '{ shelves { books { cover { colour g: grams __typename } } id } }',
        `{ shelves: [{ books: [{ cover: { colour: "red", g: 1, __typename: "Cover" } }, { cover: { colour: "blue", g: 2, __typename: "Cover" } }], id: "s1" }
          { books: null, id: "s2" }, null, { books: [], id: "s3" }] }`,
        { unasked: ['c'] },
      ],
    ],
  },
  {
    says: 'from an entity the way leads down to another, up to its parent by a field, and down again',
    subgraphs: {
      a: {
        sdl: fed(
          `type Query { products: [Product] } type Product @key(fields: "id pid") { id: ID! pid: ID }`,
        ),
        gives: { Query: { products: at('[{ id: "p1", pid: "x1" }, { id: "p2", pid: null }]') } },
      },
      b: {
        sdl: fed(`type Product @key(fields: "id pid") { id: ID! pid: ID category: Category }
          type Category @key(fields: "id") { id: ID! owner: Product }`),
        gives: {
          Product: {
            ref: itself,
            category: give(({ id }) => ({ id: `c${id}`, owner: { id: 'p1', pid: 'x1' } })),
          },
          Category: { ref: plus({ owner: { id: 'p1', pid: 'x1' } }) },
        },
      },
      c: {
        sdl: fed(
          `type Category @key(fields: "id") { id: ID! details: Details } type Details { of: Category size: Int }`,
        ),
        gives: {
          Category: {
            ref: itself,
            details: give(({ id }) => ({ of: { id: 'cp2' }, size: id?.length })),
          },
        },
      },
    },
    asks: [
      [
        '{ products { category { details { size of { id owner { category { details { size } } } } } } } }',
        `{ products: [{ category: { details: { size: 3, of: { id: "cp2", owner: { category: { details: { size: 3 } } } } } } }
          { category: { details: { size: 3, of: { id: "cp2", owner: { category: { details: { size: 3 } } } } } } }] }`,
      ],
      [
        '{ products { id category { owner { pid category { owner { id } id } } } } }',
        `{ products: [{ id: "p1", category: { owner: { pid: "x1", category: { owner: { id: "p1" }, id: "cp1" } } } }
          { id: "p2", category: { owner: { pid: "x1", category: { owner: { id: "p1" }, id: "cp1" } } } }] }`,
        { unasked: ['c'] },
      ],
    ],
  },
  {
    says: 'a root that one subgraph answers with null is null there, and what the others have is not lost',
    subgraphs: {
      a: {
        sdl: fed(
          'type Query { shop: Shop @shareable shops: [Shop] @shareable } type Shop { name: String }',
        ),
        gives: { Query: { shop: { name: 'A shop' }, shops: at('[{ name: "A" }, { name: "B" }]') } },
      },
      b: {
        sdl: fed(
          'type Query { shop: Shop @shareable shops: [Shop] @shareable } type Shop { city: String }',
        ),
        gives: { Query: { shop: null, shops: at('[{ city: "Rabat" }, null]') } },
      },
    },
    asks: [
      ['{ shop { name } }', '{ shop: { name: "A shop" } }', { unasked: ['b'] }],
      ['{ shop { city } }', '{ shop: null }', { unasked: ['a'] }],
      ['{ shop { name city } }', '{ shop: { name: "A shop", city: null } }'],
      [
        '{ shops { city name } }',
        '{ shops: [{ city: "Rabat", name: "A" }, { city: null, name: "B" }] }',
      ],
    ],
  },
  {
    says: 'aliases with the same arguments and with others each have their own, over hops and spread fragments',
    subgraphs: {
      a: {
        sdl: fed(
          'type Query { user(id: ID!): User me: User } type User @key(fields: "id") { id: ID! name: String }',
        ),
        gives: {
          Query: {
            user: give((_, { id }) => (id === 'none' ? null : { id, name: `name ${id}` })),
            me: { id: 'me', name: 'I' },
          },
        },
      },
      b: {
        sdl: fed(
          'type User @key(fields: "id") { id: ID! friends(first: Int = 2): [User!]! mail(at: String!): String }',
        ),
        gives: {
          User: {
            ref: itself,
            friends: give(({ id }, { first }) =>
              Array.from({ length: Number(first) }, (_, i) => ({ id: `${id}${i}` })),
            ),
            mail: give(({ id }, { at: host }) => `${id}@${host}`),
          },
        },
      },
      c: {
        sdl: fed('type User @key(fields: "id") { id: ID! age: Int }'),
        gives: { User: { ref: plus({ age: 7 }) } },
      },
    },
    asks: [
      [
        'query($h: String!, $n: Int) { a: user(id: "a") { ...F } b: user(id: "none") { ...F } me { ...F name } } fragment F on User { one: friends(first: 1) { id age } friends(first: $n) { id mail(at: $h) } m: mail(at: "m") n: mail(at: $h) }',
        `{ a: { one: [{ id: "a0", age: 7 }], friends: [{ id: "a0", mail: "a0@h" }, { id: "a1", mail: "a1@h" }], m: "a@m", n: "a@h" }
          b: null
          me: { one: [{ id: "me0", age: 7 }], friends: [{ id: "me0", mail: "me0@h" }, { id: "me1", mail: "me1@h" }], m: "me@m", n: "me@h", name: "I" } }`,
        { variables: { h: 'h' } },
      ],
    ],
  },
];
