import { among, type Case, fed, itself, rows, written } from '../case.ts';
import { give } from '../subgraph.ts';

const USERS = rows('[{ id: "u1", name: "Ada" }, { id: "u2", name: "Bea" }]');

export const HOPS: readonly Case[] = [
  {
    says: 'an entity that nobody knows is null, and so is what cannot be without it',
    subgraphs: {
      a: {
        sdl: fed('type Query { all: [T] one: T must: T! } type T @key(fields: "id") { id: ID! }'),
        gives: {
          Query: { all: [{ id: '1' }, { id: '9' }], one: { id: '9' }, must: { id: '9' } },
        },
      },
      b: {
        sdl: fed('type T @key(fields: "id") { id: ID! may: Int must: Int! }'),
        gives: { T: { ref: among(rows('[{ id: "1", may: 1, must: 1 }]'), 'id') } },
      },
    },
    asks: [
      ['{ all { id may } }', '{ all: [{ id: "1", may: 1 }, { id: "9", may: null }] }'],
      ['{ all { id must } }', '{ all: [{ id: "1", must: 1 }, null] }', { errors: ['all.1.must'] }],
      ['{ one { must } }', '{ one: null }', { errors: ['one.must'] }],
      ['{ must { must } }', 'null', { errors: ['must.must'] }],
    ],
  },
  {
    says: 'a chain of hops ends where the data is, with lists within lists and nulls among them',
    subgraphs: {
      a: {
        sdl: fed('type Query { grid: [[A]] } type A @key(fields: "id") { id: ID! }'),
        gives: {
          Query: { grid: written('[[{ id: "1" }, null], null, [], [{ id: "2" }, { id: "1" }]]') },
        },
      },
      b: {
        sdl: fed(
          `type A @key(fields: "id") { id: ID! b: B } type B @key(fields: "id") { id: ID! }`,
        ),
        gives: { A: { ref: itself, b: give(({ id }) => (id === '1' ? { id: 'b1' } : null)) } },
      },
      c: {
        sdl: fed(
          `type B @key(fields: "id") { id: ID! cs: [C!] } type C @key(fields: "id") { id: ID! }`,
        ),
        gives: { B: { ref: itself, cs: [{ id: '1' }, { id: '2' }] } },
      },
      d: {
        sdl: fed(
          `type C @key(fields: "id") { id: ID! n: Int a: A } type A @key(fields: "id") { id: ID! }`,
        ),
        gives: { C: { ref: itself, n: give(({ id }) => Number(id)), a: { id: '2' } } },
      },
    },
    asks: [
      [
        '{ grid { id b { cs { n a { b { id } } } } } }',
        `{ grid: [
          [{ id: "1", b: { cs: [{ n: 1, a: { b: null } }, { n: 2, a: { b: null } }] } }, null]
          null
          []
          [{ id: "2", b: null }, { id: "1", b: { cs: [{ n: 1, a: { b: null } }, { n: 2, a: { b: null } }] } }]
        ] }`,
      ],
    ],
  },
  {
    says: 'a key that cannot be resolved is only a reference',
    subgraphs: {
      orders: {
        sdl: fed(`type Query { order: Order } type Order { id: ID! user: User }
          type User @key(fields: "id", resolvable: false) { id: ID! }`),
        gives: { Query: { order: written('{ id: "o", user: { id: "u1" } }') } },
      },
      users: {
        sdl: fed('type User @key(fields: "id") { id: ID! name: String }'),
        gives: { User: { ref: among(USERS, 'id') } },
      },
    },
    asks: [
      ['{ order { user { id } } }', '{ order: { user: { id: "u1" } } }', { unasked: ['users'] }],
      ['{ order { user { name } } }', '{ order: { user: { name: "Ada" } } }'],
    ],
  },
  {
    says: 'what has no key is reached by way of the entity above it',
    subgraphs: {
      a: {
        sdl: fed(`type Query { product: Product } type Product @key(fields: "id") { id: ID! category: Category @shareable }
          type Category { name: String! @shareable }`),
        gives: { Query: { product: written('{ id: "p", category: { name: "Lamps" } }') } },
      },
      b: {
        sdl: fed(`type Product @key(fields: "id") { id: ID! category: Category @shareable }
          type Category { name: String! @shareable details: Details @shareable size: Int }
          type Details { number: Int @shareable }`),
        gives: {
          Product: {
            ref: itself,
            category: written('{ name: "Lamps", size: 4, details: { number: 1 } }'),
          },
        },
      },
      c: {
        sdl: fed(`type Product @key(fields: "id") { id: ID! category: Category @shareable }
          type Category { details: Details @shareable }
          type Details { number: Int @shareable depth: Int }`),
        gives: {
          Product: { ref: itself, category: written('{ details: { number: 1, depth: 7 } }') },
        },
      },
    },
    asks: [
      [
        '{ product { category { name } } }',
        '{ product: { category: { name: "Lamps" } } }',
        { unasked: ['b', 'c'] },
      ],
      [
        '{ product { id category { size name details { depth number } } } }',
        '{ product: { id: "p", category: { size: 4, name: "Lamps", details: { depth: 7, number: 1 } } } }',
      ],
    ],
  },
  {
    says: 'an entity within itself comes to an end where the question does',
    subgraphs: {
      a: {
        sdl: fed(
          'type Query { me: User } type User @key(fields: "id") { id: ID! friends: [User!]! }',
        ),
        gives: {
          Query: { me: { id: 'u1' } },
          User: {
            ref: itself,
            friends: give(({ id }) => [{ id: id === 'u1' ? 'u2' : 'u1' }, { id }]),
          },
        },
      },
      b: {
        sdl: fed('type User @key(fields: "id") { id: ID! name: String best: User }'),
        gives: {
          User: {
            ref: itself,
            name: give(({ id }) => USERS.find((each) => each.id === id)?.name),
            best: give(({ id }) => ({ id: id === 'u1' ? 'u2' : 'u1' })),
          },
        },
      },
    },
    asks: [
      [
        '{ me { name best { id name friends { name best { name } } } } }',
        `{ me: { name: "Ada", best: { id: "u2", name: "Bea", friends: [
          { name: "Ada", best: { name: "Bea" } }, { name: "Bea", best: { name: "Ada" } }] } } }`,
      ],
      [
        '{ me { friends { friends { id } id name } } }',
        `{ me: { friends: [{ friends: [{ id: "u1" }, { id: "u2" }], id: "u2", name: "Bea" },
                           { friends: [{ id: "u2" }, { id: "u1" }], id: "u1", name: "Ada" }] } }`,
      ],
    ],
  },
  {
    says: 'the same entity in two places is asked for different fields and has in each what was asked there',
    subgraphs: {
      a: {
        sdl: fed('type Query { x: T y: T } type T @key(fields: "id") { id: ID! }'),
        gives: { Query: { x: { id: '1' }, y: { id: '1' } } },
      },
      b: {
        sdl: fed('type T @key(fields: "id") { id: ID! f(n: Int): String g: T }'),
        gives: { T: { ref: itself, f: give((_, { n }) => `f${n}`), g: { id: '2' } } },
      },
    },
    asks: [
      ['{ x { f(n: 1) } y { f(n: 2) } }', '{ x: { f: "f1" }, y: { f: "f2" } }'],
      ['{ x { f(n: 1) g { id } } y { id } }', '{ x: { f: "f1", g: { id: "2" } }, y: { id: "1" } }'],
      [
        '{ x { a: f(n: 1) b: f(n: 2) } y { b: f(n: 1) } }',
        '{ x: { a: "f1", b: "f2" }, y: { b: "f1" } }',
      ],
      [
        'query($n: Int) { x { f(n: $n) g { f } } y { g { f(n: $n) } } }',
        '{ x: { f: "f5", g: { f: "fundefined" } }, y: { g: { f: "f5" } } }',
        { variables: { n: 5 } },
      ],
    ],
  },
];
