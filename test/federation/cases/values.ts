import { type Case, fed, itself, plus, rows, written } from '../case.ts';
import { give } from '../subgraph.ts';

export const VALUES: readonly Case[] = [
  {
    says: 'an enum that is given has all the words of all, and one that is taken those that all know',
    subgraphs: {
      a: {
        sdl: fed(
          `type Query { users: [User] userA: User } enum Kind { ADMIN GUEST } type User @key(fields: "id") { id: ID! kind: Kind @shareable }`,
        ),
        gives: {
          Query: { users: rows('[{ id: "1", kind: "ADMIN" }]'), userA: { id: '2', kind: 'GUEST' } },
          User: { ref: plus({ kind: 'ADMIN' }) },
        },
      },
      b: {
        sdl: fed(`type Query { userB: User by(way: Way): String } enum Kind { ADMIN OTHER GUEST } enum Way { ASC DESC }
          type User @key(fields: "id") { id: ID! kind: Kind @shareable }`),
        gives: {
          Query: { userB: { id: '3', kind: 'OTHER' }, by: give((_, { way }) => `by ${way}`) },
          User: { ref: plus({ kind: 'OTHER' }) },
        },
      },
      c: {
        sdl: fed(`type Query { order(way: Way): String } enum Way { ASC RANDOM }`),
        gives: { Query: { order: give((_, { way }) => `order ${way}`) } },
      },
    },
    asks: [
      [
        '{ users { kind } userA { kind } userB { kind id } }',
        '{ users: [{ kind: "ADMIN" }], userA: { kind: "GUEST" }, userB: { kind: "OTHER", id: "3" } }',
      ],
      ['{ by(way: ASC) order(way: ASC) }', '{ by: "by ASC", order: "order ASC" }'],
      [
        'query($way: Way) { by(way: $way) order(way: $way) }',
        '{ by: "by ASC", order: "order ASC" }',
        { variables: { way: 'ASC' } },
      ],
    ],
    invalid: ['{ by(way: DESC) }', '{ order(way: RANDOM) }'],
  },
  {
    says: 'an input has the fields that all know, and a required one anywhere is required',
    subgraphs: {
      a: {
        sdl: fed(
          `input Filter { first: Int of: Of onlyA: Int } input Of { id: ID! } type Query { fromA(filter: Filter): String }`,
        ),
        gives: { Query: { fromA: give((_, { filter }) => `A ${JSON.stringify(filter)}`) } },
      },
      b: {
        sdl: fed(
          `input Filter { of: Of first: Int! } input Of { id: ID! onlyB: Int } type Query { fromB(filter: Filter!): String }`,
        ),
        gives: { Query: { fromB: give((_, { filter }) => `B ${JSON.stringify(filter)}`) } },
      },
    },
    asks: [
      [
        '{ fromA(filter: { first: 1 }) fromB(filter: { first: 2, of: { id: "x" } }) }',
        '{ fromA: "A {\\"first\\":1}", fromB: "B {\\"of\\":{\\"id\\":\\"x\\"},\\"first\\":2}" }',
      ],
      [
        'query($f: Filter!, $id: ID!) { fromA(filter: $f) fromB(filter: { first: 2, of: { id: $id } }) }',
        '{ fromA: "A {\\"first\\":3}", fromB: "B {\\"of\\":{\\"id\\":\\"y\\"},\\"first\\":2}" }',
        { variables: { f: { first: 3 }, id: 'y' } },
      ],
    ],
    invalid: ['{ fromA(filter: { onlyA: 1, first: 1 }) }', '{ fromA(filter: {}) }'],
  },
  {
    says: 'an argument is one that all know, and default values hold in the subgraph',
    subgraphs: {
      a: {
        sdl: fed(
          `type Query { t: T } type T @key(fields: "id") { id: ID! f(n: Int = 2, onlyA: Int): String @shareable g(list: [Int!] = [1, 2], text: String = "a\\"b"): String }`,
        ),
        gives: {
          Query: { t: { id: '1' } },
          T: {
            ref: itself,
            f: give((_, { n }) => `f${n}`),
            g: give((_, args) => JSON.stringify(args)),
          },
        },
      },
      b: {
        sdl: fed('type T @key(fields: "id") { id: ID! f(n: Int = 2): String @shareable }'),
        gives: { T: { ref: itself, f: give((_, { n }) => `f${n}`) } },
      },
    },
    asks: [
      ['{ t { f g } }', '{ t: { f: "f2", g: "{\\"list\\":[1,2],\\"text\\":\\"a\\\\\\"b\\"}" } }'],
      [
        '{ t { f(n: null) g(list: null, text: "") } }',
        '{ t: { f: "fnull", g: "{\\"list\\":null,\\"text\\":\\"\\"}" } }',
      ],
      [
        'query($n: Int, $l: [Int!]) { t { f(n: $n) g(list: $l) } }',
        '{ t: { f: "f2", g: "{\\"list\\":[1,2],\\"text\\":\\"a\\\\\\"b\\"}" } }',
      ],
      [
        'query($n: Int = 9, $l: [Int!] = [5]) { t { f(n: $n) g(list: $l, text: "ü\\n") } }',
        '{ t: { f: "f9", g: "{\\"list\\":[5],\\"text\\":\\"ü\\\\n\\"}" } }',
      ],
    ],
    invalid: ['{ t { f(onlyA: 1) } }'],
  },
  {
    says: 'scalars come as they are, those of one’s own whatever they hold',
    subgraphs: {
      a: {
        sdl: fed(
          'scalar JSON scalar Date type Query { json: JSON date: Date f: Float i: Int b: Boolean id: ID t: T } type T @key(fields: "id") { id: ID! }',
        ),
        gives: {
          Query: {
            json: written('{ a: [1, { b: null }], __typename: "Nobody", c: "\\u2028" }'),
            date: '2026-01-01',
            f: 1.5,
            i: -3,
            b: false,
            id: 7,
            t: { id: '1' },
          },
        },
      },
      b: {
        sdl: fed('scalar JSON type T @key(fields: "id") { id: ID! json: JSON jsons: [JSON] }'),
        gives: {
          T: {
            ref: itself,
            json: written('{ id: 1, deep: [[]] }'),
            jsons: written('[1, "a", null, {}]'),
          },
        },
      },
    },
    asks: [
      [
        '{ json date f i b id }',
        '{ json: { a: [1, { b: null }], __typename: "Nobody", c: "\\u2028" }, date: "2026-01-01", f: 1.5, i: -3, b: false, id: "7" }',
      ],
      ['{ t { json jsons } }', '{ t: { json: { id: 1, deep: [[]] }, jsons: [1, "a", null, {}] } }'],
    ],
  },
];
