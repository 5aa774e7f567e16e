import { type Case, itself, plus } from '../case.ts';
import { give } from '../subgraph.ts';

const FEDERATION = (version: string, more = '') =>
  `extend schema @link(url: "https://specs.apollo.dev/federation/v${version}"${more})`;

/** How subgraphs name the directives of Federation. */
export const LINKS: readonly Case[] = [
  {
    says: 'subgraphs may import directives under other names, or none of them, of any version',
    subgraphs: {
      a: {
        sdl: `${FEDERATION('2.0', ', import: [{ name: "@key", as: "@id" }, { name: "@shareable", as: "@ours" }]')}
          type Query { p: P ps: [P] @ours } type P @id(fields: "id") { id: ID! name: String @ours }`,
        gives: {
          Query: { p: { id: '1', name: 'n' }, ps: [{ id: '1', name: 'n' }] },
          P: { ref: plus({ name: 'n' }) },
        },
      },
      b: {
        sdl: `${FEDERATION('2.3')}
          type P @federation__key(fields: "id") { id: ID! size: Int name: String @federation__shareable
            hidden: Int @federation__inaccessible }`,
        gives: { P: { ref: plus({ size: 3, hidden: 4, name: 'n' }) } },
      },
      c: {
        sdl: `${FEDERATION('2.7', ', as: "fed", import: ["@external"]')}
          type P @fed__key(fields: "id") { id: ID! hidden: Int @external size: Int @external
            both: Int @fed__requires(fields: "hidden size") by(n: Int @deprecated(reason: "old")): Int @fed__tag(name: "t") }`,
        gives: {
          P: {
            ref: itself,
            both: give(({ hidden, size }) => Number(hidden) + Number(size)),
            by: give((_, { n }) => Number(n)),
          },
        },
      },
      d: {
        sdl: `extend type P @key(fields: "id") { id: ID! @external old: String }
          extend type Query { q: P }`,
        gives: {
          Query: { q: { id: '9' } },
          P: { ref: itself, old: give(({ id }) => `old ${id}`) },
        },
      },
    },
    asks: [
      ['{ p { name both old size } }', '{ p: { name: "n", both: 7, old: "old 1", size: 3 } }'],
      [
        '{ q { old both by(n: 2) name } ps { old } }',
        '{ q: { old: "old 9", both: 7, by: 2, name: "n" }, ps: [{ old: "old 1" }] }',
      ],
    ],
    invalid: ['{ p { hidden } }'],
  },
  {
    says: 'fields are external, shared and extended by their type',
    subgraphs: {
      a: {
        sdl: `${FEDERATION('2.5', ', import: ["@key", "@external", "@provides", "@shareable", "@extends"]')}
          type Query { top: [Box] @provides(fields: "of { w h }") box: Box }
          type Box @key(fields: "id") { id: ID! of: Size @external }
          type Size @external { w: Int h: Int }`,
        gives: {
          Query: { top: [{ id: 'b1', of: { w: 1, h: 2 } }, null], box: { id: 'b2' } },
          Box: { ref: itself },
        },
      },
      b: {
        sdl: `${FEDERATION('2.5', ', import: ["@key", "@shareable"]')}
          type Box @key(fields: "id") { id: ID! of: Size @shareable }
          type Size @shareable { w: Int h: Int deep: Int }`,
        gives: { Box: { ref: itself, of: { w: 8, h: 9, deep: 5 } } },
      },
    },
    asks: [
      ['{ top { of { w h } } }', '{ top: [{ of: { w: 1, h: 2 } }, null] }', { unasked: ['b'] }],
      [
        '{ top { of { w deep } } box { of { h } } }',
        '{ top: [{ of: { w: 1, deep: 5 } }, null], box: { of: { h: 9 } } }',
      ],
    ],
  },
  {
    says: 'in the first Federation each subgraph extends the roots, and a type that nobody begins is one',
    subgraphs: {
      a: {
        sdl: `extend type Query { a: Thing } extend type Mutation { makeA: Thing }
          extend type Thing @key(fields: "id") { id: ID! @external a: Int }`,
        gives: {
          Query: { a: { id: '1', a: 1 } },
          Mutation: { makeA: { id: '1', a: 1 } },
          Thing: { ref: plus({ a: 1 }) },
        },
      },
      b: {
        sdl: `schema { query: Root mutation: Change } type Root { b: [Thing!] } type Change { makeB: Thing }
          extend type Thing @key(fields: "id") { id: ID! @external b: Int a: Int @external sum: Int @requires(fields: "a") }`,
        gives: {
          Root: { b: [{ id: '2', b: 2 }] },
          Change: { makeB: { id: '3' } },
          Thing: { ref: plus({ b: 2 }), sum: give(({ a }) => Number(a) + 2) },
        },
      },
      c: {
        sdl: `type Thing @key(fields: "id") { id: ID! c: Int } type Query { c: Thing }`,
        gives: { Query: { c: { id: '4', c: 3 } }, Thing: { ref: plus({ c: 3 }) } },
      },
    },
    asks: [
      [
        '{ a { id b sum c } b { a sum } c { sum c } }',
        '{ a: { id: "1", b: 2, sum: 3, c: 3 }, b: [{ a: 1, sum: 3 }], c: { sum: 3, c: 3 } }',
      ],
      [
        'mutation { makeB { sum } x: makeA { id } makeA { c b } }',
        '{ makeB: { sum: 3 }, x: { id: "1" }, makeA: { c: 3, b: 2 } }',
      ],
    ],
  },
];
