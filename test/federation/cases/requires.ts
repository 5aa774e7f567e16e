import { type Case, fed, itself, rows, written } from '../case.ts';
import { give } from '../subgraph.ts';

const PRODUCTS = rows('[{ id: "1", price: 10, weight: 2 }, { id: "2", price: null, weight: 5 }]');

/** The name of a type may stand among what was required, or not. */
const saidOf = (data: unknown): string =>
  Object.entries(Object(data))
    .filter(([name]) => name !== '__typename')
    .map(([name, value]) => `${name}: ${value}`)
    .sort()
    .join(', ');

export const REQUIRES: readonly Case[] = [
  {
    says: 'a field that requires others is computed from what they hold, though nobody asked for them',
    subgraphs: {
      products: {
        sdl: fed(`type Query { products: [Product] }
          type Product @key(fields: "id") { id: ID! price: Int weight: Int! }`),
        gives: { Query: { products: PRODUCTS } },
      },
      shipping: {
        sdl: fed(`type Product @key(fields: "id") { id: ID! price: Int @external weight: Int! @external
          shipping: String @requires(fields: "price weight") isHeavy: Boolean @requires(fields: "weight") }`),
        gives: {
          Product: {
            ref: itself,
            shipping: give(({ price, weight }) => `${price}/${weight}`),
            isHeavy: give(({ weight }) => Number(weight) > 3),
          },
        },
      },
    },
    asks: [
      ['{ products { shipping } }', '{ products: [{ shipping: "10/2" }, { shipping: "null/5" }] }'],
      [
        '{ products { isHeavy id shipping price } }',
        `{ products: [{ isHeavy: false, id: "1", shipping: "10/2", price: 10 }
                      { isHeavy: true, id: "2", shipping: "null/5", price: null }] }`,
      ],
    ],
  },
  {
    says: 'a required field may itself require, across several subgraphs',
    subgraphs: {
      a: {
        sdl: fed('type Query { p: P } type P @key(fields: "id") { id: ID! one: Int }'),
        gives: { Query: { p: { id: '1' } }, P: { ref: itself, one: 1 } },
      },
      b: {
        sdl: fed(
          `type P @key(fields: "id") { id: ID! one: Int @external two: Int @requires(fields: "one") }`,
        ),
        gives: { P: { ref: itself, two: give(({ one }) => Number(one) + 1) } },
      },
      c: {
        sdl: fed(`type P @key(fields: "id") { id: ID! one: Int @external two: Int @external
          three: Int @requires(fields: "one two") four: Int @requires(fields: "two") }`),
        gives: {
          P: {
            ref: itself,
            three: give(({ one, two }) => Number(one) + Number(two)),
            four: give(({ two }) => Number(two) * 2),
          },
        },
      },
      d: {
        sdl: fed(
          `type P @key(fields: "id") { id: ID! three: Int @external five: Int @requires(fields: "three") }`,
        ),
        gives: { P: { ref: itself, five: give(({ three }) => Number(three) + 2) } },
      },
    },
    asks: [
      ['{ p { five } }', '{ p: { five: 5 } }'],
      [
        '{ p { four three two five one id } }',
        '{ p: { four: 4, three: 3, two: 2, five: 5, one: 1, id: "1" } }',
      ],
      ['{ p { x: five } }', '{ p: { x: 5 } }'],
    ],
  },
  {
    says: 'two subgraphs may require fields of each other',
    subgraphs: {
      posts: {
        sdl: fed(`type Query { feed: [Post] } type Post @key(fields: "id") { id: ID!
          byNovice: Boolean! @external byExpert: Boolean! @requires(fields: "byNovice") }`),
        gives: {
          Query: { feed: [{ id: 'p1' }, { id: 'p2' }] },
          Post: { ref: itself, byExpert: give(({ byNovice }) => !byNovice) },
        },
      },
      authors: {
        sdl: fed(`type Post @key(fields: "id") { id: ID! author: Author! byNovice: Boolean! @requires(fields: "author { years }") }
          type Author @key(fields: "id") { id: ID! years: Int! @external name: String! }`),
        gives: {
          Post: {
            ref: itself,
            author: give(({ id }) => ({ id: id === 'p1' ? 'a1' : 'a2', name: `of ${id}` })),
            byNovice: give((post) => (post as { author?: { years: number } }).author?.years === 0),
          },
        },
      },
      people: {
        sdl: fed('type Author @key(fields: "id") { id: ID! years: Int! }'),
        gives: { Author: { ref: itself, years: give(({ id }) => (id === 'a1' ? 0 : 9)) } },
      },
    },
    asks: [
      ['{ feed { byNovice } }', '{ feed: [{ byNovice: true }, { byNovice: false }] }'],
      [
        '{ feed { byExpert author { name } } }',
        '{ feed: [{ byExpert: false, author: { name: "of p1" } }, { byExpert: true, author: { name: "of p2" } }] }',
      ],
    ],
  },
  {
    says: 'a required field has the arguments that are required, whatever the client gives',
    subgraphs: {
      a: {
        sdl: fed(`type Query { p: P ps: [P] } type P @key(fields: "id") { id: ID!
          price(unit: String!, n: Int = 3): String list(first: Int): [Int!] }`),
        gives: {
          Query: { p: { id: '1' }, ps: [{ id: '1' }, { id: '2' }] },
          P: {
            ref: itself,
            price: give((_, { unit, n }) => `${n} ${unit}`),
            list: give((_, { first }) => Array.from({ length: Number(first ?? 1) }, (__, i) => i)),
          },
        },
      },
      b: {
        sdl: fed(`type P @key(fields: "id") { id: ID! price(unit: String!, n: Int = 3): String @external
          list(first: Int): [Int!] @external
          inEuro: String @requires(fields: "price(unit: \\"EUR\\")")
          inMany: String @requires(fields: "price(unit: \\"KES\\", n: 1) list(first: 2)") }`),
        gives: {
          P: {
            ref: itself,
            inEuro: give(({ price }) => `is ${price}`),
            inMany: give(({ price, list }) => `${price} of ${list}`),
          },
        },
      },
    },
    asks: [
      ['{ p { inEuro } }', '{ p: { inEuro: "is 3 EUR" } }'],
      ['{ p { inMany } }', '{ p: { inMany: "1 KES of 0,1" } }'],
      [
        'query($x: Boolean!) { p { ... on P { inMany @include(if: $x) } inEuro @skip(if: $x) } q: p { inMany list(first: 3) } }',
        '{ p: { inMany: "1 KES of 0,1" }, q: { inMany: "1 KES of 0,1", list: [0, 1, 2] } }',
        { variables: { x: true } },
      ],
      [
        '{ ps { inMany id inEuro price(unit: "USD") } }',
        `{ ps: [
        { inMany: "1 KES of 0,1", id: "1", inEuro: "is 3 EUR", price: "3 USD" }
        { inMany: "1 KES of 0,1", id: "2", inEuro: "is 3 EUR", price: "3 USD" }] }`,
      ],
      [
        '{ p { other: price(unit: "USD") inEuro } }',
        '{ p: { other: "3 USD", inEuro: "is 3 EUR" } }',
      ],
      ['{ p { inMany inEuro } }', '{ p: { inMany: "1 KES of 0,1", inEuro: "is 3 EUR" } }'],
      [
        '{ p { price(unit: "USD", n: 9) inEuro list } }',
        '{ p: { price: "9 USD", inEuro: "is 3 EUR", list: [0] } }',
      ],
      [
        'query($u: String!) { p { inMany price(unit: $u) other: price(unit: "X") } }',
        '{ p: { inMany: "1 KES of 0,1", price: "3 USD", other: "3 X" } }',
        { variables: { u: 'USD' } },
      ],
    ],
  },
  {
    says: 'what is required may lie within objects, fragments and interfaces',
    subgraphs: {
      a: {
        sdl: fed(`type Query { all: [P] } type P @key(fields: "id") { id: ID! data: Data size: Size! }
          interface Data { foo: String! } type Bar implements Data { foo: String! bar: String! }
          type Baz implements Data { foo: String! baz: String! } type Size { w: Int! h: Int! }`),
        gives: {
          Query: {
            all: written(`[{ id: "1", size: { w: 1, h: 2 }, data: { __typename: "Bar", foo: "f1", bar: "b1" } }
              { id: "2", size: { w: 3, h: 4 }, data: { __typename: "Baz", foo: "f2", baz: "z2" } }
              { id: "3", size: { w: 5, h: 6 }, data: null }]`),
          },
        },
      },
      b: {
        sdl: fed(`type P @key(fields: "id") { id: ID! data: Data @external size: Size! @external
            area: Int @requires(fields: "size { w h }")
            said: String @requires(fields: "data { foo ... on Bar { bar } ... on Baz { baz } }") }
          interface Data { foo: String! } type Bar implements Data { foo: String! @external bar: String! @external }
          type Baz implements Data { foo: String! @external baz: String! @external }
          type Size { w: Int! @external h: Int! @external }`),
        gives: {
          P: {
            ref: itself,
            area: give(({ size }) => {
              const { w, h } = size as unknown as { readonly w: number; readonly h: number };
              return w * h;
            }),
            said: give(({ data }) => (data ? saidOf(data) : 'nothing')),
          },
        },
      },
    },
    asks: [
      ['{ all { area } }', '{ all: [{ area: 2 }, { area: 12 }, { area: 30 }] }'],
      [
        '{ all { said } }',
        '{ all: [{ said: "bar: b1, foo: f1" }, { said: "baz: z2, foo: f2" }, { said: "nothing" }] }',
      ],
      [
        '{ all { data { __typename foo } size { h } area } }',
        `{ all: [{ data: { __typename: "Bar", foo: "f1" }, size: { h: 2 }, area: 2 }
                 { data: { __typename: "Baz", foo: "f2" }, size: { h: 4 }, area: 12 }
                 { data: null, size: { h: 6 }, area: 30 }] }`,
      ],
    ],
  },
  {
    says: 'what is required of an interface is required of each of its types',
    subgraphs: {
      a: {
        sdl: fed(`type Query { user: User users: [User] } interface User { id: ID! name: String! }
          type Admin implements User @key(fields: "id") { id: ID! name: String! since: Int }
          type Guest implements User @key(fields: "id") { id: ID! name: String! }`),
        gives: {
          Query: {
            user: written('{ __typename: "Admin", id: "1", name: "Ada", since: 1999 }'),
            users: written(`[{ __typename: "Guest", id: "2", name: "Bea" }
              { __typename: "Admin", id: "1", name: "Ada", since: 1999 }]`),
          },
        },
      },
      b: {
        sdl: fed(`interface User { id: ID! hello: String }
          type Admin implements User @key(fields: "id") { id: ID! name: String! @external since: Int @external
            hello: String @requires(fields: "name since") }
          type Guest implements User @key(fields: "id") { id: ID! name: String! @external
            hello: String @requires(fields: "name") }`),
        gives: {
          Admin: { ref: itself, hello: give(({ name, since }) => `${name} since ${since}`) },
          Guest: { ref: itself, hello: give(({ name }) => `${name}, a guest`) },
        },
      },
    },
    asks: [
      ['{ user { hello } }', '{ user: { hello: "Ada since 1999" } }'],
      [
        '{ users { hello ... on Admin { name } } }',
        '{ users: [{ hello: "Bea, a guest" }, { hello: "Ada since 1999", name: "Ada" }] }',
      ],
      [
        '{ users { ... on Guest { hello } __typename } }',
        '{ users: [{ hello: "Bea, a guest", __typename: "Guest" }, { __typename: "Admin" }] }',
      ],
    ],
  },
  {
    says: 'a required field that came as an error is null to whoever requires it',
    subgraphs: {
      a: {
        sdl: fed(
          'type Query { ps: [P] } type P @key(fields: "id") { id: ID! price: Int must: Int! }',
        ),
        gives: {
          Query: { ps: [{ id: '1' }, { id: '2' }] },
          P: {
            ref: itself,
            price: give(({ id }) => {
              if (id === '1') throw new Error('No price.');
              return 2;
            }),
          },
        },
      },
      b: {
        sdl: fed(
          `type P @key(fields: "id") { id: ID! price: Int @external cost: String @requires(fields: "price") }`,
        ),
        gives: { P: { ref: itself, cost: give(({ price }) => `cost ${price}`) } },
      },
    },
    asks: [
      [
        '{ ps { cost } }',
        '{ ps: [{ cost: "cost null" }, { cost: "cost 2" }] }',
        { errors: ['ps.0.price'] },
      ],
    ],
  },
];
