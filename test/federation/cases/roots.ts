import { type Case, fed, itself, plus, written } from '../case.ts';
import { give } from '../subgraph.ts';

export const ROOTS: readonly Case[] = [
  {
    says: 'roots may have names of their own, and subgraphs any name',
    subgraphs: {
      'my-users': {
        sdl: fed(`schema { query: RootQuery mutation: Changes }
          type RootQuery { users: [User] } type Changes { add(name: String): User }
          type User @key(fields: "id") { id: ID! name: String }`),
        gives: {
          RootQuery: { users: written('[{ id: "1", name: "Ada" }]') },
          Changes: { add: give((_, { name }) => ({ id: '2', name })) },
          User: { ref: itself },
        },
      },
      MY_users: {
        sdl: fed(
          `schema { query: Q } type Q { hello: String } type User @key(fields: "id") { id: ID! age: Int }`,
        ),
        gives: { Q: { hello: 'hello' }, User: { ref: plus({ age: 36 }) } },
      },
      '1st': {
        sdl: fed('type Query { first: Int } type User @key(fields: "id") { id: ID! rank: Int }'),
        gives: { Query: { first: 1 }, User: { ref: plus({ rank: 1 }) } },
      },
    },
    asks: [
      [
        '{ __typename users { name age rank } hello first }',
        '{ __typename: "Query", users: [{ name: "Ada", age: 36, rank: 1 }], hello: "hello", first: 1 }',
      ],
      [
        'mutation { __typename add(name: "Bea") { name rank age } }',
        '{ __typename: "Mutation", add: { name: "Bea", rank: 1, age: 36 } }',
      ],
      [
        '{ __schema { queryType { name } mutationType { name } } }',
        '{ __schema: { queryType: { name: "Query" }, mutationType: { name: "Mutation" } } }',
      ],
    ],
  },
  {
    says: 'a field may lead to the root again, and from there to all subgraphs',
    subgraphs: {
      a: {
        sdl: fed(`type Query { me: User node: Node } type User { name: String query: Query! } type Node { id: ID }
          type Mutation { rename(name: String!): Renamed } type Renamed { user: User query: Query }`),
        gives: {
          Query: { me: written('{ name: "Ada", query: {} }'), node: { id: 'n' } },
          Mutation: { rename: give((_, { name }) => ({ user: { name, query: {} }, query: {} })) },
        },
      },
      b: {
        sdl: fed('type Query { count: Int } type Mutation { reset: Boolean }'),
        gives: { Query: { count: 7 }, Mutation: { reset: true } },
      },
    },
    asks: [
      [
        '{ me { name query { node { id } } } }',
        '{ me: { name: "Ada", query: { node: { id: "n" } } } }',
        { unasked: ['b'] },
      ],
      [
        '{ me { query { count me { query { count __typename } } } } }',
        '{ me: { query: { count: 7, me: { query: { count: 7, __typename: "Query" } } } } }',
      ],
      [
        'mutation { rename(name: "Bea") { user { name } query { count node { id } } } reset }',
        '{ rename: { user: { name: "Bea" }, query: { count: 7, node: { id: "n" } } }, reset: true }',
      ],
    ],
  },
  {
    says: 'an interface with a key is an entity, and so are its types',
    subgraphs: {
      a: {
        sdl: fed(`type Query { thing: Thing things: [Thing!]! } interface Thing @key(fields: "id") { id: ID! name: String }
          type Lamp implements Thing @key(fields: "id") { id: ID! name: String watts: Int }
          type Chair implements Thing @key(fields: "id") { id: ID! name: String legs: Int }`),
        gives: {
          Query: {
            thing: written('{ __typename: "Lamp", id: "l", name: "L", watts: 5 }'),
            things: written(
              '[{ __typename: "Chair", id: "c", name: "C", legs: 4 }, { __typename: "Lamp", id: "l", name: "L", watts: 5 }]',
            ),
          },
          Thing: {
            ref: give(({ id }) =>
              id === 'l'
                ? { __typename: 'Lamp', id, name: 'L', watts: 5 }
                : { __typename: 'Chair', id, name: 'C', legs: 4 },
            ),
            __resolveType: give(({ __typename }) => __typename),
          },
          Lamp: { ref: plus({ name: 'L', watts: 5 }) },
          Chair: { ref: plus({ name: 'C', legs: 4 }) },
        },
      },
      b: {
        sdl: fed(
          `type Query { best: Box boxes: [Box!] } type Box { of: Thing! size: Int } type Thing @key(fields: "id") @interfaceObject { id: ID! price: Int }`,
        ),
        gives: {
          Query: {
            best: written('{ of: { id: "l" }, size: 3 }'),
            boxes: written('[{ of: { id: "c" } }, { of: { id: "l" } }]'),
          },
          Thing: { ref: itself, price: give(({ id }) => id?.length) },
        },
      },
      c: {
        sdl: fed('type Lamp @key(fields: "id") { id: ID! colour: String }'),
        gives: { Lamp: { ref: plus({ colour: 'red' }) } },
      },
    },
    asks: [
      ['{ best { size of { name } } }', '{ best: { size: 3, of: { name: "L" } } }'],
      [
        '{ best { of { price id } } }',
        '{ best: { of: { price: 1, id: "l" } } }',
        { unasked: ['a', 'c'] },
      ],
      [
        '{ boxes { of { ... on Lamp { colour watts price } ... on Chair { legs name } } } }',
        '{ boxes: [{ of: { legs: 4, name: "C" } }, { of: { colour: "red", watts: 5, price: 1 } }] }',
      ],
      [
        '{ things { price __typename ... on Lamp { colour } } }',
        '{ things: [{ price: 1, __typename: "Chair" }, { price: 1, __typename: "Lamp", colour: "red" }] }',
      ],
      [
        '{ thing { ... on Chair { legs } } best { of { ...T } } } fragment T on Thing { kind: __typename ... on Lamp { watts } }',
        '{ thing: {}, best: { of: { kind: "Lamp", watts: 5 } } }',
      ],
    ],
  },
  {
    says: 'fragments within fragments on types, interfaces and unions reach what each type has',
    subgraphs: {
      a: {
        sdl: fed(`type Query { shop: [Item!]! by(kind: Kind = BOOK): [Item] } enum Kind { BOOK FILM HIDDEN @inaccessible } union Item = Book | Film | Song
          interface Work { id: ID! maker: Maker } interface Long { maker: Maker minutes: Int }
          type Book implements Work @key(fields: "id") { id: ID! maker: Maker }
          type Film implements Work & Long @key(fields: "id") { id: ID! maker: Maker minutes: Int }
          type Song implements Work & Long @key(fields: "id") { id: ID! maker: Maker minutes: Int }
          type Maker @key(fields: "id") { id: ID! }`),
        gives: {
          Query: {
            shop: written(`[{ __typename: "Book", id: "b", maker: { id: "m1" } } { __typename: "Film", id: "f", maker: { id: "m2" }, minutes: 90 }
              { __typename: "Song", id: "s", maker: null, minutes: 3 }]`),
            by: give((_, { kind }) => [{ __typename: kind === 'BOOK' ? 'Book' : 'Film', id: 'x' }]),
          },
          Song: { ref: plus({ minutes: 3 }) },
        },
      },
      b: {
        sdl: fed(`interface Work { id: ID! stars: Int } type Book implements Work @key(fields: "id") { id: ID! stars: Int }
          type Film implements Work @key(fields: "id") { id: ID! stars: Int } type Song implements Work @key(fields: "id") { id: ID! stars: Int }
          type Maker @key(fields: "id") { id: ID! name: String works: [Work!] }`),
        gives: {
          Book: { ref: plus({ stars: 5 }) },
          Film: { ref: plus({ stars: 4 }) },
          Song: { ref: plus({ stars: 3 }) },
          Maker: {
            ref: itself,
            name: give(({ id }) => `maker ${id}`),
            works: written(
              '[{ __typename: "Song", id: "s", stars: 3 }, { __typename: "Book", id: "b", stars: 5 }]',
            ),
          },
        },
      },
    },
    asks: [
      [
        '{ shop { ... on Work { stars ... on Long { minutes maker { name } } } } }',
        '{ shop: [{ stars: 5 }, { stars: 4, minutes: 90, maker: { name: "maker m2" } }, { stars: 3, minutes: 3, maker: null }] }',
      ],
      [
        `{ shop { ...I } } fragment I on Item { ...W ... on Song { minutes } } fragment W on Work { id maker { ...M } }
         fragment M on Maker { works { ... on Long { minutes } ... on Book { stars } __typename } }`,
        `{ shop: [
           { id: "b", maker: { works: [{ minutes: 3, __typename: "Song" }, { stars: 5, __typename: "Book" }] } }
           { id: "f", maker: { works: [{ minutes: 3, __typename: "Song" }, { stars: 5, __typename: "Book" }] } }
           { id: "s", maker: null, minutes: 3 }] }`,
      ],
      [
        '{ by { ... on Work { stars } } f: by(kind: FILM) { ... on Film { stars id } } }',
        '{ by: [{ stars: 5 }], f: [{ stars: 4, id: "x" }] }',
      ],
    ],
    invalid: ['{ by(kind: HIDDEN) { __typename } }'],
  },
  {
    says: 'the schema tells of itself wherever a field leads to the root again',
    subgraphs: {
      a: {
        sdl: fed(`type Query { t: T ts: [T] n: Int } type Mutation { do: T }
          type T @key(fields: "id") { id: ID! query: Query n: Int }`),
        gives: {
          Query: { t: { id: '1' }, ts: [{ id: '1' }, null, { id: '2' }], n: 1 },
          Mutation: { do: { id: '3' } },
          T: { ref: itself, n: give(({ id }) => Number(id)), query: {} },
        },
      },
      b: {
        sdl: fed('type Query { b: Int } type T @key(fields: "id") { id: ID! twin: T }'),
        gives: { Query: { b: 2 }, T: { ref: itself, twin: give(({ id }) => ({ id: `${id}0` })) } },
      },
    },
    asks: [
      [
        '{ t { query { b __typename __type(name: "T") { name kind } } } }',
        '{ t: { query: { b: 2, __typename: "Query", __type: { name: "T", kind: "OBJECT" } } } }',
      ],
      [
        '{ ts { n query { id: __schema { queryType { n: name } } } } }',
        `{ ts: [
          { n: 1, query: { id: { queryType: { n: "Query" } } } } null
          { n: 2, query: { id: { queryType: { n: "Query" } } } }
        ] }`,
      ],
      [
        'query($representations: String!, $no: Boolean!) { __type(name: $representations) { name } t { twin { query { t: __type(name: $representations) @skip(if: $no) { kind } u: __type(name: "No") @skip(if: $no) { kind } ...Q } n } } ...Q } fragment Q on Query { s: __schema @include(if: $no) { mutationType { ...N } } n } fragment N on __Type { name }',
        `{ __type: { name: "T" }
           t: { twin: { query: { s: { mutationType: { name: "Mutation" } }, n: 1 }, n: 10 } }
           s: { mutationType: { name: "Mutation" } }, n: 1 }`,
        { variables: { representations: 'T', no: true } },
      ],
      [
        'query($representations: String!, $no: Boolean!) { t { query { t: __type(name: $representations) @skip(if: $no) { kind } u: __type(name: "No") { kind } ...Q } } } fragment Q on Query { s: __schema @include(if: $no) { mutationType { name } } }',
        '{ t: { query: { t: { kind: "OBJECT" }, u: null } } }',
        { variables: { representations: 'T', no: false } },
      ],
      [
        '{ t { query { __schema { queryType { name } } ...Q } } } fragment Q on Query { __schema { queryType { kind name fields { name } } mutationType { name } } }',
        `{ t: { query: { __schema: { queryType: { name: "Query", kind: "OBJECT", fields: [{ name: "t" }, { name: "ts" }, { name: "n" }, { name: "b" }] }, mutationType: { name: "Mutation" } } } } }`,
      ],
      [
        'mutation { do { n query { __type(name: "Query") { name } ... on Query { b } } } }',
        '{ do: { n: 3, query: { __type: { name: "Query" }, b: 2 } } }',
      ],
      [
        '{ t { query { __schema { mutationType { name } } } } }',
        '{ t: { query: { __schema: { mutationType: { name: "Mutation" } } } } }',
      ],
    ],
  },
];
