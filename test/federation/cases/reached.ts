import { type Case, fed, itself } from '../case.ts';
import { give } from '../subgraph.ts';

const nodeOf = (id: string) => ({
  ...{ __typename: id.startsWith('p') ? 'P' : 'C', id, n: 1, c: 2 },
  ps: [{ id: 'p9', n: 1 }],
});

export const REACHED: readonly Case[] = [
  {
    says: 'subgraphs of the first Federation have several keys, require and provide',
    subgraphs: {
      users: {
        sdl: `type Query { me: User users: [User] } type User @key(fields: "id") @key(fields: "name { first last }") { id: ID! name: Name age: Int } type Name { first: String last: String }`,
        gives: {
          Query: {
            me: { id: '1', name: { first: 'A', last: 'B' }, age: 3 },
            users: [
              { id: '1', name: { first: 'A', last: 'B' }, age: 3 },
              { id: '2', name: null, age: null },
            ],
          },
          User: {
            ref: give((r) => ({ id: r.id ?? '1', name: { first: 'A', last: 'B' }, age: 3 })),
          },
        },
      },
      reviews: {
        sdl: `extend type Query { top: [Review] } type Review @key(fields: "id") { id: ID! author: User @provides(fields: "age") body: String }
          extend type User @key(fields: "id") { id: ID! @external age: Int @external reviews: [Review] old: Boolean @requires(fields: "age") }`,
        gives: {
          Query: { top: [{ id: 'r1', body: 'b', author: { id: '1', age: 99 } }] },
          User: {
            ref: itself,
            reviews: [{ id: 'r2', body: 'c', author: { id: '1', age: 98 } }],
            old: give(({ age }) => Number(age) > 2),
          },
        },
      },
      names: {
        sdl: `extend type User @key(fields: "name { first last }") { name: Name @external full: String } extend type Name { first: String @external last: String @external }`,
        gives: {
          User: {
            ref: itself,
            full: give(({ name }) => {
              const { first, last } = Object(name);
              return `${first} ${last}`;
            }),
          },
        },
      },
    },
    asks: [
      [
        '{ me { full old reviews { author { age full } } } }',
        '{ me: { full: "A B", old: true, reviews: [{ author: { age: 98, full: "A B" } }] } }',
      ],
      [
        '{ top { author { age } body } }',
        '{ top: [{ author: { age: 99 }, body: "b" }] }',
        { unasked: ['users'] },
      ],
      [
        '{ users { full old } }',
        '{ users: [{ full: "A B", old: true }, { full: null, old: false }] }',
      ],
      [
        '{ top { author { full old name { first } } } }',
        '{ top: [{ author: { full: "A B", old: true, name: { first: "A" } } }] }',
      ],
    ],
  },
  {
    says: 'keys lead on to longer keys, through as many subgraphs as it takes',
    subgraphs: {
      a: {
        sdl: fed('type Query { a: P as: [P] } type P @key(fields: "id") { id: ID! }'),
        gives: { Query: { a: { id: '1' }, as: [{ id: '1' }, { id: '2' }] } },
      },
      b: {
        sdl: fed('type P @key(fields: "id") @key(fields: "id pid") { id: ID! pid: ID! }'),
        gives: { P: { ref: give((r) => ({ id: r.id, pid: `p${r.id}` })) } },
      },
      c: {
        sdl: fed(
          'type P @key(fields: "id pid") @key(fields: "id pid cat { id tag }") { id: ID! pid: ID! cat: Cat } type Cat @key(fields: "id") { id: ID! tag: String }',
        ),
        gives: {
          P: { ref: give((r) => ({ id: r.id, pid: r.pid, cat: { id: `c${r.id}`, tag: 't' } })) },
        },
      },
      d: {
        sdl: fed(
          'type P @key(fields: "id pid cat { id tag }") { id: ID! pid: ID! cat: Cat price: Int! } type Cat @key(fields: "id") { id: ID! tag: String first: P }',
        ),
        gives: {
          P: { ref: itself, price: give(({ id }) => Number(id) * 7) },
          Cat: {
            ref: itself,
            first: give(({ id, tag }) => ({
              id: id?.slice(1),
              pid: `p${id?.slice(1)}`,
              cat: { id, tag },
            })),
          },
        },
      },
    },
    asks: [
      ['{ a { price } }', '{ a: { price: 7 } }'],
      [
        '{ as { price cat { first { price pid } tag } id } }',
        '{ as: [{ price: 7, cat: { first: { price: 7, pid: "p1" }, tag: "t" }, id: "1" }, { price: 14, cat: { first: { price: 14, pid: "p2" }, tag: "t" }, id: "2" }] }',
      ],
    ],
  },
  {
    says: 'a shared root has arguments of an input with defaults, in lists and variables',
    subgraphs: {
      a: {
        sdl: fed(
          `type Query { p(id: ID = "1", f: In): P @shareable } input In { n: Int = 4 l: [In!] e: E = A onlyA: Int } enum E { A B } type P @key(fields: "id") { id: ID! @shareable name(f: In): String val(e: E): E }`,
        ),
        gives: {
          Query: { p: give((_, { id }) => ({ id })) },
          P: {
            ref: itself,
            name: give(({ id }, { f }) => `${id} ${JSON.stringify(f)}`),
            val: give((_, { e }) => e),
          },
        },
      },
      b: {
        sdl: fed(
          `type Query { p(id: ID = "1", f: In): P @shareable } input In { n: Int = 4 l: [In!] e: E = A } enum E { A B } type P @key(fields: "id") { id: ID! @shareable price(f: In): String }`,
        ),
        gives: {
          Query: { p: give((_, { id }) => ({ id })) },
          P: { ref: itself, price: give(({ id }, { f }) => `${id} ${JSON.stringify(f)}`) },
        },
      },
    },
    asks: [
      [
        '{ p { name price } q: p(id: "2") { price(f: { l: { e: B } }) name(f: {}) } }',
        '{ p: { name: "1 undefined", price: "1 undefined" }, q: { price: "2 {\\"n\\":4,\\"l\\":[{\\"n\\":4,\\"e\\":\\"B\\"}],\\"e\\":\\"A\\"}", name: "2 {\\"n\\":4,\\"e\\":\\"A\\"}" } }',
      ],
      [
        'query($g: In!, $f: In = { l: [{ n: null }] }, $e: E = B) { p(f: $f) { name(f: $f) price(f: { l: [$g, $g] }) val(e: $e) } }',
        '{ p: { name: "1 {\\"n\\":4,\\"l\\":[{\\"n\\":null,\\"e\\":\\"A\\"}],\\"e\\":\\"A\\"}", price: "1 {\\"n\\":4,\\"l\\":[{\\"n\\":5,\\"e\\":\\"A\\"},{\\"n\\":5,\\"e\\":\\"A\\"}],\\"e\\":\\"A\\"}", val: "B" } }',
        { variables: { g: { n: 5 } } },
      ],
    ],
    invalid: ['{ p(f: { onlyA: 1 }) { id } }'],
  },
  {
    says: 'a union within an entity is asked of whoever knows its members',
    subgraphs: {
      a: {
        sdl: fed(
          `type Query { e: E es: [E] } type E @key(fields: "id") { id: ID! item: Item @shareable items: [Item!]! } union Item = X | Y type X { a: Int @shareable } type Y { y: Int @shareable }`,
        ),
        gives: {
          Query: { e: { id: '1' }, es: [{ id: '1' }, { id: '2' }] },
          E: {
            ref: itself,
            item: give(({ id }) => (id === '1' ? { __typename: 'X', a: 1 } : null)),
            items: [{ __typename: 'Y', y: 1 }],
          },
        },
      },
      b: {
        sdl: fed(
          `type Query { b: E } type E @key(fields: "id") { id: ID! item: Item @shareable more: [Item] } union Item = X | Z type X { a: Int @shareable } type Z { z: Int y: Int }`,
        ),
        gives: {
          Query: { b: { id: '1' } },
          E: {
            ref: itself,
            item: give(({ id }) => (id === '1' ? { __typename: 'X', a: 1 } : null)),
            more: [{ __typename: 'Z', z: 1, y: 2 }, null],
          },
        },
      },
    },
    asks: [
      [
        '{ es { item { __typename ... on X { a } ... on Y { y } ... on Z { z } } more { ... on Z { z y } ... on X { a } } items { ... on Y { y } ... on Z { z } } } }',
        '{ es: [{ item: { __typename: "X", a: 1 }, more: [{ z: 1, y: 2 }, null], items: [{ y: 1 }] }, { item: null, more: [{ z: 1, y: 2 }, null], items: [{ y: 1 }] }] }',
      ],
      [
        '{ b { item { ... on X { a } } more { __typename } } }',
        '{ b: { item: { a: 1 }, more: [{ __typename: "Z" }, null] } }',
      ],
    ],
  },
  {
    says: 'nodes in lists, by variables and by mere references are completed',
    subgraphs: {
      a: {
        sdl: fed(
          `type Query { node(id: ID!): Node nodes(ids: [ID!]!): [Node]! } interface Node { id: ID! } type P implements Node @key(fields: "id") { id: ID! n: Int } type C implements Node @key(fields: "id") { id: ID! c: Int ps: [P] }`,
        ),
        gives: {
          Query: {
            node: give((_, { id = '' }) => nodeOf(id)),
            nodes: give((_, { ids }) =>
              [...(ids as unknown as readonly string[])].map((id) =>
                id === 'x' ? null : nodeOf(id),
              ),
            ),
          },
          P: { ref: itself, n: 1 },
          C: { ref: itself },
        },
      },
      b: {
        sdl: fed(
          `type Query { c: C } interface Node { id: ID! label: String } type P implements Node @key(fields: "id") { id: ID! label: String } type C implements Node @key(fields: "id") { id: ID! label: String best: P }`,
        ),
        gives: {
          Query: { c: { id: 'c1' } },
          P: { ref: itself, label: give(({ id }) => `L${id}`) },
          C: { ref: itself, label: give(({ id }) => `L${id}`), best: { id: 'p7' } },
        },
      },
      d: {
        sdl: fed(`type Query { link: P } type P @key(fields: "id", resolvable: false) { id: ID! }`),
        gives: { Query: { link: { id: 'p3' } } },
      },
    },
    asks: [
      [
        '{ node(id: "p1") { label __typename ... on P { n } } nodes(ids: ["c1", "x", "p2"]) { id label ... on C { best { n label } ps { label } } } link { n label } }',
        '{ node: { label: "Lp1", __typename: "P", n: 1 }, nodes: [{ id: "c1", label: "Lc1", best: { n: 1, label: "Lp7" }, ps: [{ label: "Lp9" }] }, null, { id: "p2", label: "Lp2" }], link: { n: 1, label: "Lp3" } }',
      ],
      [
        'query($ids: [ID!]!) { nodes(ids: $ids) { ...N } c { ...N ...C } } fragment N on Node { t: __typename label } fragment C on C { c best { ...N } }',
        '{ nodes: [{ t: "P", label: "Lp1" }], c: { t: "C", label: "Lc1", c: null, best: { t: "P", label: "Lp7" } } }',
        { variables: { ids: 'p1' } },
      ],
    ],
  },
];
