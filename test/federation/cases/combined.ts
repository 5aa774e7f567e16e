import { among, type Case, fed, itself, rows, written } from '../case.ts';
import { give } from '../subgraph.ts';

const MEDIA = rows(
  `[{ __typename: "Book", id: "m1", title: "A" }, { __typename: "Film", id: "m2", title: "B" }]`,
);
const media = {
  ref: (reference: { readonly id?: unknown }) => MEDIA.find(({ id }) => id === reference.id),
  __resolveType: give(({ id }) => (id === 'm1' ? 'Book' : 'Film')),
};
const TOTALS = rows('[{ id: "1", n: 10 }, { id: "2", n: 20 }]');
const log: string[] = [];

export const COMBINED: readonly Case[] = [
  {
    says: 'interface objects of several subgraphs require of each other, and types require of them',
    subgraphs: {
      a: {
        sdl: fed(`type Query { all: [Media!] film: Film }
          interface Media @key(fields: "id") { id: ID! title: String }
          type Book implements Media @key(fields: "id") { id: ID! title: String }
          type Film implements Media @key(fields: "id") { id: ID! title: String }`),
        gives: {
          Query: { all: MEDIA, film: MEDIA[1] },
          Media: media,
          Book: { ref: among(MEDIA, 'id') },
          Film: { ref: among(MEDIA, 'id') },
        },
      },
      b: {
        sdl: fed(`type Query { top: Media }
          type Media @key(fields: "id") @interfaceObject { id: ID! views: Int }`),
        gives: {
          Query: { top: { id: 'm2' } },
          Media: { ref: itself, views: give(({ id }) => (id === 'm1' ? 3 : 30)) },
        },
      },
      c: {
        sdl: fed(`type Media @key(fields: "id") @interfaceObject { id: ID! views: Int @external title: String @external
            rank: String @requires(fields: "views title") next: Media }`),
        gives: {
          Media: {
            ref: itself,
            rank: give(({ title, views }) => `${title}${views}`),
            next: give(({ id }) => ({ id: id === 'm1' ? 'm2' : 'm1' })),
          },
        },
      },
      d: {
        sdl: fed(`interface Media @key(fields: "id") { id: ID! rank: String }
          type Film implements Media @key(fields: "id") { id: ID! rank: String @external minutes: Int said: String @requires(fields: "rank") }
          type Book implements Media @key(fields: "id") { id: ID! rank: String @external }`),
        gives: {
          Media: { ref: (r: object) => r, __resolveType: media.__resolveType },
          Film: { ref: itself, minutes: 90, said: give(({ rank }) => `film ${rank}`) },
          Book: { ref: itself },
        },
      },
    },
    asks: [
      ['{ all { rank } }', '{ all: [{ rank: "A3" }, { rank: "B30" }] }'],
      [
        '{ top { rank ... on Film { said minutes } } }',
        '{ top: { rank: "B30", said: "film B30", minutes: 90 } }',
      ],
      ['{ film { said } }', '{ film: { said: "film B30" } }'],
      [
        '{ top { next { next { rank title __typename } rank } } }',
        '{ top: { next: { next: { rank: "B30", title: "B", __typename: "Film" }, rank: "A3" } } }',
      ],
      [
        '{ all { ... on Film { next { ... on Book { title } rank } } ... on Book { views } } }',
        '{ all: [{ views: 3 }, { next: { title: "A", rank: "A3" } }] }',
      ],
      [
        'query($x: Boolean!) { all { id ... on Film @include(if: $x) { said } rank @skip(if: $x) } }',
        '{ all: [{ id: "m1" }, { id: "m2", said: "film B30" }] }',
        { variables: { x: true } },
      ],
    ],
  },
  {
    says: 'an interface object may have several keys, of several fields',
    subgraphs: {
      a: {
        sdl: fed(`type Query { spots: [Spot] }
          interface Spot @key(fields: "id") @key(fields: "at { x y }") { id: ID! at: At! }
          type Mine implements Spot @key(fields: "id") @key(fields: "at { x y }") { id: ID! at: At! ore: String }
          type Port implements Spot @key(fields: "id") @key(fields: "at { x y }") { id: ID! at: At! }
          type At { x: Int! y: Int! }`),
        gives: {
          Query: {
            spots: written(`[{ __typename: "Mine", id: "1", at: { x: 1, y: 2 }, ore: "Cu" }
              { __typename: "Port", id: "2", at: { x: 3, y: 4 } }]`),
          },
          Spot: {
            ref: give((r) =>
              (r as { at?: { x: number } }).at?.x === 1 || r.id === '1'
                ? { __typename: 'Mine', id: '1', at: { x: 1, y: 2 }, ore: 'Cu' }
                : { __typename: 'Port', id: '2', at: { x: 3, y: 4 } },
            ),
          },
          Mine: { ref: itself, ore: 'Cu' },
        },
      },
      b: {
        sdl: fed(`type Query { near: [Spot] } type Spot @key(fields: "at { x y }") @interfaceObject { at: At! height: Int }
          type At @shareable { x: Int! y: Int! }`),
        gives: {
          Query: { near: [{ at: { x: 3, y: 4 } }, { at: { x: 1, y: 2 } }] },
          Spot: { ref: itself, height: give(({ at }) => Object(at).x * 100) },
        },
      },
    },
    asks: [
      ['{ spots { height } }', '{ spots: [{ height: 100 }, { height: 300 }] }'],
      [
        '{ near { id height ... on Mine { ore } } }',
        '{ near: [{ id: "2", height: 300 }, { id: "1", height: 100, ore: "Cu" }] }',
      ],
      [
        '{ near { at { x } __typename } }',
        '{ near: [{ at: { x: 3 }, __typename: "Port" }, { at: { x: 1 }, __typename: "Mine" }] }',
      ],
    ],
  },
  {
    says: 'what a mutation gives leads on to the root of queries and to entities of all subgraphs',
    subgraphs: {
      a: {
        sdl: fed(`type Query { log: [String!] } type Mutation { start: Boolean add(n: Int!): Added! }
          type Added { query: Query total: Total! } type Total @key(fields: "id") { id: ID! n: Int }`),
        gives: {
          Query: { log: give(() => [...log]) },
          Mutation: {
            start: give(() => log.splice(0).length >= 0),
            add: give((_, { n }) => {
              log.push(`add ${n}`);
              return { query: {}, total: { id: String(n), n: Number(n) * 10 } };
            }),
          },
          Total: { ref: among(TOTALS, 'id') },
        },
      },
      b: {
        sdl: fed(`type Query { b: String } type Mutation { note(it: String): Total }
          type Total @key(fields: "id") { id: ID! n: Int @external half: Int @requires(fields: "n") }`),
        gives: {
          Query: { b: 'b' },
          Mutation: {
            note: give((_, { it }) => {
              log.push(`note ${it}`);
              return { id: '2' };
            }),
          },
          Total: { ref: itself, half: give(({ n }) => Number(n) / 2) },
        },
      },
    },
    asks: [
      [
        'mutation { start add(n: 1) { total { half } query { log b __typename } __typename } }',
        '{ start: true, add: { total: { half: 5 }, query: { log: ["add 1"], b: "b", __typename: "Query" }, __typename: "Added" } }',
      ],
      [
        'mutation($n: Int!, $x: Boolean!) { start first: add(n: $n) { total { n half @include(if: $x) } } note(it: "a") { half } ... @skip(if: $x) { never: note(it: "never") { id } } second: add(n: 2) { query { log } total { half } } }',
        '{ start: true, first: { total: { n: 10, half: 5 } }, note: { half: 10 }, second: { query: { log: ["add 1", "note a", "add 2"] }, total: { half: 10 } } }',
        { variables: { n: 1, x: true } },
      ],
      [
        'mutation { start note(it: "a") { id n half } b: note(it: "b") { __typename } }',
        '{ start: true, note: { id: "2", n: 20, half: 10 }, b: { __typename: "Total" } }',
      ],
      [
        'mutation { start ...M } fragment M on Mutation { __typename note(it: "x") { ...T } ... { add(n: 2) { total { ...T } } } } fragment T on Total { half }',
        '{ start: true, __typename: "Mutation", note: { half: 10 }, add: { total: { half: 10 } } }',
      ],
    ],
  },
  {
    says: 'a union of entities in a list is provided in part, and completed where it is not',
    subgraphs: {
      a: {
        sdl: fed(`type Query { feed: [[Item]] @provides(fields: "... on Post { title } ... on Ad { buyer { name } }") plain: [Item] }
          union Item = Post | Ad
          type Post @key(fields: "id") { id: ID! title: String @external } type Ad @key(fields: "id") { id: ID! buyer: Buyer @external }
          type Buyer @key(fields: "id") { id: ID! name: String @external }`),
        gives: {
          Query: {
            feed: written(
              `[[{ __typename: "Post", id: "p", title: "from a" }, { __typename: "Ad", id: "d", buyer: { id: "b", name: "from a" } }], [null]]`,
            ),
            plain: written(`[{ __typename: "Ad", id: "d" }, { __typename: "Post", id: "p" }]`),
          },
        },
      },
      b: {
        sdl: fed(`type Post @key(fields: "id") { id: ID! title: String @shareable likes: Int } type Ad @key(fields: "id") { id: ID! buyer: Buyer @shareable cost: Int }
          type Buyer @key(fields: "id") { id: ID! name: String @shareable }`),
        gives: {
          Post: { ref: itself, title: 'from b', likes: 7 },
          Ad: { ref: itself, buyer: { id: 'b' }, cost: 9 },
          Buyer: { ref: itself, name: 'from b' },
        },
      },
    },
    asks: [
      [
        '{ feed { ... on Post { title } ... on Ad { buyer { name } } } }',
        '{ feed: [[{ title: "from a" }, { buyer: { name: "from a" } }], [null]] }',
        { unasked: ['b'] },
      ],
      [
        '{ plain { ... on Post { title } ... on Ad { buyer { name } } } }',
        '{ plain: [{ buyer: { name: "from b" } }, { title: "from b" }] }',
      ],
      [
        '{ feed { __typename ... on Post { likes t: title } ... on Ad { cost } } }',
        '{ feed: [[{ __typename: "Post", likes: 7, t: "from a" }, { __typename: "Ad", cost: 9 }], [null]] }',
      ],
    ],
  },
  {
    says: 'an overridden field may be shared and required, and another subgraph that shares it keeps it',
    subgraphs: {
      a: {
        sdl: fed(
          `type Query { ps: [P] } type P @key(fields: "id") { id: ID! price: Int stock: Int name: String @shareable }`,
        ),
        gives: {
          Query: { ps: [{ id: '1', price: 1, stock: 1, name: 'a' }] },
          P: { ref: itself, price: 1, stock: 1, name: 'a' },
        },
      },
      b: {
        sdl: fed(
          `type P @key(fields: "id") { id: ID! price: Int @override(from: "a") name: String @shareable @override(from: "a") }`,
        ),
        gives: { P: { ref: itself, price: 2, name: 'b' } },
      },
      c: {
        sdl: fed(`type Query { first: P } type P @key(fields: "id") { id: ID! price: Int @external stock: Int @external name: String @shareable
            worth: Int @requires(fields: "price stock") }`),
        gives: {
          Query: { first: { id: '1', name: 'c' } },
          P: {
            ref: itself,
            name: 'c',
            worth: give(({ price, stock }) => Number(price) * 10 + Number(stock)),
          },
        },
      },
    },
    asks: [
      ['{ ps { worth } }', '{ ps: [{ worth: 21 }] }'],
      ['{ ps { price stock } }', '{ ps: [{ price: 2, stock: 1 }] }'],
      ['{ first { name worth price } }', '{ first: { name: "c", worth: 21, price: 2 } }'],
    ],
  },
  {
    says: 'types that share a name of a field but not its type are told apart, over two hops',
    subgraphs: {
      a: {
        sdl: fed(
          `type Query { all: [Any!] one: Any } union Any = X | Y | Z type X @key(fields: "id") { id: ID! } type Y @key(fields: "id") { id: ID! } type Z { value: Boolean }`,
        ),
        gives: {
          Query: {
            all: written(
              '[{ __typename: "X", id: "1" }, { __typename: "Y", id: "1" }, { __typename: "Z", value: true }]',
            ),
            one: written('{ __typename: "Y", id: "1" }'),
          },
        },
      },
      b: {
        sdl: fed(
          `type X @key(fields: "id") { id: ID! value: String! deep: Deep } type Y @key(fields: "id") { id: ID! value: Int deep: [Deep] } type Deep @key(fields: "id") { id: ID! }`,
        ),
        gives: {
          X: { ref: itself, value: 'x', deep: { id: 'd' } },
          Y: { ref: itself, value: 5, deep: [{ id: 'd' }, null, { id: 'e' }] },
        },
      },
      c: {
        sdl: fed('type Deep @key(fields: "id") { id: ID! size: Int }'),
        gives: { Deep: { ref: itself, size: give(({ id }) => (id === 'd' ? 4 : 5)) } },
      },
    },
    asks: [
      [
        '{ all { ... on X { sx: value deep { size } } ... on Y { sy: value deeps: deep { size } } ... on Z { sz: value } } }',
        '{ all: [{ sx: "x", deep: { size: 4 } }, { sy: 5, deeps: [{ size: 4 }, null, { size: 5 }] }, { sz: true }] }',
      ],
      [
        '{ one { ... on Y { id: value value: id } __typename } all { t: __typename ... on X { v: value } ... on Y { w: value } } }',
        '{ one: { id: 5, value: "1", __typename: "Y" }, all: [{ t: "X", v: "x" }, { t: "Y", w: 5 }, { t: "Z" }] }',
      ],
    ],
  },
];
