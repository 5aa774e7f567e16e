import { among, type Case, fed, itself, rows, written } from '../case.ts';
import { give } from '../subgraph.ts';

const USERS = rows(`[
  { id: "u1", email: "a@x", name: "Ada", org: { id: "o1", region: "N" } }
  { id: "u2", email: "b@x", name: "Bea", org: { id: "o2", region: "S" } }
]`);
const BOOKS = rows('[{ upc: "b1", id: "x1" }, { upc: "b2", id: null }, { upc: "b3", id: "x3" }]');

export const KEYS: readonly Case[] = [
  {
    says: 'an entity is completed by its key',
    subgraphs: {
      users: {
        sdl: fed(`type Query { users: [User] }
          type User @key(fields: "id") { id: ID! email: String }`),
        gives: { Query: { users: USERS } },
      },
      names: {
        sdl: fed('type User @key(fields: "id") { id: ID! name: String! }'),
        gives: { User: { ref: among(USERS, 'id') } },
      },
    },
    asks: [
      [
        '{ users { id name } }',
        '{ users: [{ id: "u1", name: "Ada" }, { id: "u2", name: "Bea" }] }',
      ],
      [
        '{ users { email } }',
        '{ users: [{ email: "a@x" }, { email: "b@x" }] }',
        { unasked: ['names'] },
      ],
      [
        '{ a: users { called: name } b: users { name email } }',
        `{ a: [{ called: "Ada" }, { called: "Bea" }]
           b: [{ name: "Ada", email: "a@x" }, { name: "Bea", email: "b@x" }] }`,
      ],
      [
        `{ users { ...F ...on User { id } } }
         fragment F on User { name ...G } fragment G on User { email }`,
        `{ users: [{ name: "Ada", email: "a@x", id: "u1" }, { name: "Bea", email: "b@x", id: "u2" }] }`,
      ],
    ],
  },
  {
    says: 'a key of nested fields finds its entity',
    subgraphs: {
      users: {
        sdl: fed(`type Query { users: [User] }
          type User @key(fields: "id org { id region }") { id: ID! org: Org! }
          type Org { id: ID! region: String! }`),
        gives: { Query: { users: USERS } },
      },
      names: {
        sdl: fed(`type User @key(fields: "id org { id region }") { id: ID! org: Org! name: String }
          type Org { id: ID! @external region: String! @external }`),
        gives: { User: { ref: among(USERS, 'id', 'org') } },
      },
    },
    asks: [
      ['{ users { name } }', '{ users: [{ name: "Ada" }, { name: "Bea" }] }'],
      [
        '{ users { org { region } name } }',
        '{ users: [{ org: { region: "N" }, name: "Ada" }, { org: { region: "S" }, name: "Bea" }] }',
      ],
    ],
  },
  {
    says: 'a key with a list of entities within finds its entity',
    subgraphs: {
      lists: {
        sdl: fed(`type Query { top: List }
          type List @key(fields: "items { id pid }") { items: [Item!]! }
          type Item @key(fields: "id pid") { id: ID! pid: ID }`),
        gives: {
          Query: { top: written('{ items: [{ id: "1", pid: "a" }, { id: "2", pid: null }] }') },
        },
      },
      firsts: {
        sdl: fed(`type List @key(fields: "items { id pid }") { items: [Item!]! first: Item }
          type Item @key(fields: "id pid") { id: ID! pid: ID }`),
        gives: { List: { ref: itself, first: give(({ items }) => items?.[0]) } },
      },
      prices: {
        sdl: fed('type Item @key(fields: "id pid") { id: ID! pid: ID price: Int }'),
        gives: { Item: { ref: itself, price: give(({ id }) => Number(id) * 10) } },
      },
    },
    asks: [
      [
        '{ top { first { id price } items { id price } } }',
        '{ top: { first: { id: "1", price: 10 }, items: [{ id: "1", price: 10 }, { id: "2", price: 20 }] } }',
      ],
    ],
  },
  {
    says: 'of several keys the one that is known is used',
    subgraphs: {
      ids: {
        sdl: fed('type Query { byId: [User] } type User @key(fields: "id") { id: ID! }'),
        gives: { Query: { byId: USERS } },
      },
      both: {
        sdl: fed('type User @key(fields: "id") @key(fields: "email") { id: ID! email: String! }'),
        gives: { User: { ref: among(USERS, 'id', 'email') } },
      },
      emails: {
        sdl: fed(`type Query { byEmail: [User] }
          type User @key(fields: "email") { email: String! name: String }`),
        gives: { Query: { byEmail: USERS }, User: { ref: among(USERS, 'email') } },
      },
    },
    asks: [
      ['{ byId { name } }', '{ byId: [{ name: "Ada" }, { name: "Bea" }] }'],
      ['{ byEmail { id } }', '{ byEmail: [{ id: "u1" }, { id: "u2" }] }'],
      [
        '{ byEmail { name } }',
        '{ byEmail: [{ name: "Ada" }, { name: "Bea" }] }',
        { unasked: ['ids', 'both'] },
      ],
    ],
  },
  {
    says: 'keys that only meet by way of a third subgraph are mashed together',
    subgraphs: {
      a: {
        sdl: fed(`type Query { b: B }
          type A @key(fields: "id") { id: ID! nameOfA: String! }
          type B @key(fields: "id") { id: ID! as: [A!]! }`),
        gives: {
          Query: {
            b: written('{ id: "0", as: [{ id: "1", nameOfA: "a1" }, { id: "2", nameOfA: "a2" }] }'),
          },
          A: { ref: among(rows('[{ id: "1", nameOfA: "a1" }, { id: "2", nameOfA: "a2" }]'), 'id') },
        },
      },
      b: {
        sdl: fed(`type A @key(fields: "id") @key(fields: "id place { two three }") {
            id: ID! place: Place! @external
            nameOfB: String! @requires(fields: "place { three two }") }
          type Place { two: ID! @external three: ID! @external }`),
        gives: {
          A: { ref: itself, nameOfB: give(({ id, place }) => `b${id} ${JSON.stringify(place)}`) },
        },
      },
      c: {
        sdl: fed(`type A @key(fields: "id") { id: ID! place: Place! }
          type Place { two: ID! three: ID! }`),
        gives: {
          A: { ref: itself, place: give(({ id }) => ({ two: `2${id}`, three: `3${id}` })) },
        },
      },
    },
    asks: [
      [
        '{ b { id as { id nameOfA nameOfB place { two } } } }',
        `{ b: { id: "0", as: [
           { id: "1", nameOfA: "a1", nameOfB: "b1 {\\"three\\":\\"31\\",\\"two\\":\\"21\\"}", place: { two: "21" } }
           { id: "2", nameOfA: "a2", nameOfB: "b2 {\\"three\\":\\"32\\",\\"two\\":\\"22\\"}", place: { two: "22" } }
        ] } }`,
      ],
    ],
  },
  {
    says: 'an entity whose key is null is not asked for',
    subgraphs: {
      books: {
        sdl: fed(`type Query { shelf: [Place] } type Place { book: Book! }
          type Book @key(fields: "upc") { upc: ID! }`),
        gives: { Query: { shelf: BOOKS.map(({ upc }) => ({ book: { upc } })) } },
      },
      ids: {
        sdl: fed('type Book @key(fields: "upc") @key(fields: "id") { upc: ID! id: ID }'),
        gives: { Book: { ref: among(BOOKS, 'upc', 'id') } },
      },
      authors: {
        sdl: fed('type Book @key(fields: "id") { id: ID author: String }'),
        gives: { Book: { ref: among(BOOKS, 'id'), author: give(({ id }) => `of ${id}`) } },
      },
    },
    asks: [
      [
        '{ shelf { book { upc author } } }',
        `{ shelf: [{ book: { upc: "b1", author: "of x1" } }, { book: { upc: "b2", author: null } },
                   { book: { upc: "b3", author: "of x3" } }] }`,
      ],
    ],
  },
];
