import { type Case, fed, itself, plus, rows } from '../case.ts';
import { give } from '../subgraph.ts';

const given: string[] = [];

/** Questions as clients may write them: conditions everywhere, variables of all forms, names of types alone, fields asked twice. */
export const ASKED_ODDLY: readonly Case[] = [
  {
    says: 'conditions on fragments, hops and names of types leave what is not conditional',
    subgraphs: {
      a: {
        sdl: fed(`type Query { p: P things: [Thing] } interface Thing { id: ID! } union Any = P | Q
          type P implements Thing @key(fields: "id") { id: ID! price: Int any: [Any] } type Q implements Thing @key(fields: "id") { id: ID! }`),
        gives: {
          Query: {
            p: {
              id: '1',
              price: 2,
              any: rows('[{ __typename: "Q", id: "2" }, { __typename: "P", id: "3", price: 4 }]'),
            },
            things: rows('[{ __typename: "P", id: "1", price: 2 }, { __typename: "Q", id: "2" }]'),
          },
          P: { ref: plus({ price: 2, any: [] }) },
        },
      },
      b: {
        sdl: fed(`interface Thing { id: ID! name: String } type P implements Thing @key(fields: "id") { id: ID! name: String price: Int @external isCheap: Boolean @requires(fields: "price") twin: P }
          type Q implements Thing @key(fields: "id") { id: ID! name: String }`),
        gives: {
          P: {
            ref: itself,
            name: give(({ id }) => `p${id}`),
            isCheap: give(({ price }) => Number(price) < 3),
            twin: give(({ id }) => ({ id: `${id}0` })),
          },
          Q: { ref: itself, name: give(({ id }) => `q${id}`) },
        },
      },
    },
    asks: [
      [
        'query($x: Boolean!) { p { __typename @include(if: $x) } }',
        '{ p: {} }',
        { variables: { x: false }, unasked: ['b'] },
      ],
      [
        'query($x: Boolean!) { things { __typename @skip(if: $x) name @include(if: $x) } }',
        '{ things: [{ name: "p1" }, { name: "q2" }] }',
        { variables: { x: true } },
      ],
      [
        'query($x: Boolean!) { things { ... on P @include(if: $x) { isCheap } ... on Q @skip(if: $x) { name } t: __typename } }',
        '{ things: [{ isCheap: true, t: "P" }, { t: "Q" }] }',
        { variables: { x: true } },
      ],
      [
        'query($x: Boolean!) { things { ... on P @include(if: $x) { isCheap } ... on Q @skip(if: $x) { name } } }',
        '{ things: [{}, { name: "q2" }] }',
        { variables: { x: false } },
      ],
      [
        'query($x: Boolean!, $y: Boolean!) { p { isCheap @include(if: $x) isCheap @include(if: $y) twin @skip(if: $x) { isCheap } twin { name @include(if: $y) id } } }',
        '{ p: { isCheap: true, twin: { name: "p10", id: "10" } } }',
        { variables: { x: true, y: true } },
      ],
      [
        'query($x: Boolean!, $y: Boolean!) { p { isCheap @include(if: $x) isCheap @include(if: $y) twin @skip(if: $x) { isCheap } twin { id name @include(if: $y) } } }',
        '{ p: { twin: { isCheap: true, id: "10" } } }',
        { variables: { x: false, y: false } },
      ],
      [
        'query($x: Boolean! = true) { p { any @include(if: $x) { ...A ... on Q @skip(if: $x) { id } } } } fragment A on Any { ... on Thing @include(if: $x) { name ... on P { isCheap @skip(if: false) } } }',
        '{ p: { any: [{ name: "q2" }, { name: "p3", isCheap: false }] } }',
      ],
      [
        'query($x: Boolean!) { ... @skip(if: $x) { p { name } } ...R @include(if: $x) } fragment R on Query { p { price ... @skip(if: $x) { isCheap } } }',
        '{ p: { price: 2 } }',
        { variables: { x: true }, unasked: ['b'] },
      ],
    ],
  },
  {
    says: 'variables and literals of all forms come to each subgraph as the client gave them',
    subgraphs: {
      a: {
        sdl: fed(`scalar Any enum Kind { X Y } input In { id: ID! n: Int = 4 kinds: [Kind!] in: In list: [[Int]] any: Any }
          type Query { t(in: In, ins: [In!]): T echo(in: In, ids: [ID!], any: Any, f: Float, s: String = "d"): String } type T @key(fields: "id") { id: ID! }`),
        gives: {
          Query: { t: { id: '1' }, echo: give((_, args) => JSON.stringify(args)) },
        },
      },
      b: {
        sdl: fed(`scalar Any enum Kind { X Y } input In { id: ID! n: Int = 4 kinds: [Kind!] in: In list: [[Int]] any: Any }
          type T @key(fields: "id") { id: ID! said(in: In, ids: [ID!], any: Any, f: Float, s: String = "d"): String }`),
        gives: { T: { ref: itself, said: give((_, args) => JSON.stringify(args)) } },
      },
    },
    asks: [
      [
        'query($ids: [ID!], $k: [Kind!] = Y, $n: Int) { t { said(ids: $ids, in: { id: 5, kinds: $k, n: $n }) } }',
        '{ t: { said: "{\\"in\\":{\\"id\\":\\"5\\",\\"n\\":4,\\"kinds\\":[\\"Y\\"]},\\"ids\\":[\\"7\\"],\\"s\\":\\"d\\"}" } }',
        { variables: { ids: 7 } },
      ],
      [
        'query($in: In, $s: String, $f: Float) { t { said(in: $in, s: $s, f: $f) } }',
        '{ t: { said: "{\\"in\\":{\\"id\\":\\"x\\",\\"n\\":null,\\"in\\":{\\"id\\":\\"3\\",\\"n\\":4,\\"list\\":[[1,null],[2],null]},\\"any\\":{\\"a\\":[1,\\"$x\\"]}},\\"f\\":1,\\"s\\":null}" } }',
        {
          variables: {
            in: {
              id: 'x',
              n: null,
              in: { id: 3, list: [[1, null], [2], null] },
              any: { a: [1, '$x'] },
            },
            s: null,
            f: 1,
          },
        },
      ],
      [
        'query($a: Any, $id: ID!) { t { said(any: { x: $a, y: [$id, ENUM, 1.5, null, { z: "ü\\"" }] }) } echo(any: [$a, true], f: 3, ids: $i) }'.replace(
          ', ids: $i',
          ', ids: "i"',
        ),
        '{ t: { said: "{\\"any\\":{\\"x\\":{\\"k\\":1},\\"y\\":[\\"i\\",\\"ENUM\\",1.5,null,{\\"z\\":\\"ü\\\\\\"\\"}]},\\"s\\":\\"d\\"}" }, echo: "{\\"ids\\":[\\"i\\"],\\"any\\":[{\\"k\\":1},true],\\"f\\":3,\\"s\\":\\"d\\"}" }',
        { variables: { a: { k: 1 }, id: 'i' } },
      ],
      [
        '{ t { said(s: """\n  Two\n    "lines"\n""", f: -1.5e3) x: said(s: null, ids: []) } }',
        '{ t: { said: "{\\"f\\":-1500,\\"s\\":\\"Two\\\\n  \\\\\\"lines\\\\\\"\\"}", x: "{\\"ids\\":[],\\"s\\":null}" } }',
      ],
    ],
    invalid: [
      '{ echo(in: { n: 1 }) }',
      '{ echo(ids: [null]) }',
      'query($k: Kind) { t(in: { id: 1, kinds: [$k] }) { id } }',
      '{ t { said(f: "1") } }',
    ],
  },
  {
    says: 'the same field of a mutation is made as often as it is asked, in its order, with the hops of each',
    subgraphs: {
      a: {
        sdl: fed(
          `type Query { n: Int } type Mutation { give(word: String!): P drop: P @shareable twice: [P!] } type P @key(fields: "id") { id: ID! word: String }`,
        ),
        gives: {
          Mutation: {
            give: give((_, { word }) => {
              given.push(String(word));
              return { id: String(given.length), word };
            }),
            drop: give(() => {
              given.splice(0);
              return null;
            }),
            twice: give(() => [{ id: 'x' }, { id: 'x' }]),
          },
        },
      },
      b: {
        sdl: fed(
          `type Mutation { giveB(word: String!): P } type P @key(fields: "id") { id: ID! all: String word: String @external loud: String @requires(fields: "word") }`,
        ),
        gives: {
          Mutation: {
            giveB: give((_, { word }) => {
              given.push(`b${word}`);
              return { id: String(given.length) };
            }),
          },
          P: {
            ref: itself,
            all: give(({ id }) => `${id}: ${given.join(' ')}`),
            loud: give(({ word }) => `${word}!`),
          },
        },
      },
    },
    asks: [
      [
        'mutation($w: String!) { drop { id } x: give(word: $w) { id loud } y: give(word: $w) { word all } z: giveB(word: $w) { id all } t: __typename }',
        '{ drop: null, x: { id: "1", loud: "w!" }, y: { word: "w", all: "2: w w" }, z: { id: "3", all: "3: w w bw" }, t: "Mutation" }',
        { variables: { w: 'w' } },
      ],
      [
        'mutation($x: Boolean!) { drop { id } give(word: "a") { all } ...M @include(if: $x) give(word: "a") { loud } twice { id all } } fragment M on Mutation { giveB(word: "c") { id } d: give(word: "d") { id } }',
        '{ drop: null, give: { all: "1: a", loud: "a!" }, giveB: { id: "2" }, d: { id: "3" }, twice: [{ id: "x", all: "x: a bc d" }, { id: "x", all: "x: a bc d" }] }',
        { variables: { x: true } },
      ],
    ],
  },
  {
    says: 'what the schema says of itself and what the subgraphs have come in one answer, in the order asked',
    subgraphs: {
      a: {
        sdl: fed(`"The roots." type Query { "A user." me(n: Int = 1 @deprecated): User @deprecated(reason: "Soon.") pets: [Pet!]! } type User @key(fields: "id") { id: ID! }
          interface Pet { name: String } type Cat implements Pet @key(fields: "name") { name: String } union One = Cat input In @tag(name: "x") { a: [Int!]! = [1] }`),
        gives: { Query: { me: { id: '1' }, pets: rows('[{ __typename: "Cat", name: "c" }]') } },
      },
      b: {
        sdl: fed(
          `type User @key(fields: "id") { id: ID! one: One in(in: In): Int } union One = Cat type Cat @key(fields: "name") { name: String lives: Int } input In { a: [Int!]! = [1] }`,
        ),
        gives: {
          User: {
            ref: itself,
            one: rows('[{ __typename: "Cat", name: "b", lives: 9 }]')[0],
            in: 3,
          },
        },
      },
    },
    asks: [
      [
        `query Q { __typename me { one { __typename t: __typename ... on Cat { lives } } } s: __schema { queryType { description name } subscriptionType { name }
          directives { name } } i: __type(name: "In") { kind inputFields { name defaultValue type { kind ofType { kind ofType { ofType { name } } } } } } pets { __typename } no: __type(name: "Nobody") { name } }`,
        `{ __typename: "Query", me: { one: { __typename: "Cat", t: "Cat", lives: 9 } }, s: { queryType: { description: "The roots.", name: "Query" }, subscriptionType: null
          directives: [{ name: "include" }, { name: "skip" }, { name: "deprecated" }, { name: "specifiedBy" }, { name: "oneOf" }] }
          i: { kind: "INPUT_OBJECT", inputFields: [{ name: "a", defaultValue: "[1]", type: { kind: "NON_NULL", ofType: { kind: "LIST", ofType: { ofType: { name: "Int" } } } } }] }
          pets: [{ __typename: "Cat" }], no: null }`,
      ],
      [
        '{ me { one { ... on One { __typename } ... on Pet { name t: __typename } } in(in: { a: 2 }) } __type(name: "Query") { fields { name } all: fields(includeDeprecated: true) { name args(includeDeprecated: true) { name defaultValue isDeprecated } } } }',
        `{ me: { one: { __typename: "Cat", name: "b", t: "Cat" }, in: 3 }
          __type: { fields: [{ name: "pets" }], all: [{ name: "me", args: [{ name: "n", defaultValue: "1", isDeprecated: true }] }, { name: "pets", args: [] }] } }`,
      ],
    ],
  },
];
