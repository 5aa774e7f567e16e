import { type Case, fed, itself, plus, rows } from '../case.ts';
import { give } from '../subgraph.ts';

type Line = { readonly sku?: string; readonly item?: { readonly grams?: number } | null };
const gramsOf = (lines: unknown): string =>
  Array.isArray(lines)
    ? lines.map((line: Line | null) => (line ? (line.item?.grams ?? 'none') : 'null')).join(' ')
    : 'nothing';

/** What is required where lists, nulls, abstract types and other requirements lie on the way. */
export const CHAINS: readonly Case[] = [
  {
    says: 'what is required of each of a list of entities leaves its nulls where they are',
    subgraphs: {
      orders: {
        sdl: fed(`type Query { orders: [Order] } type Order @key(fields: "id") { id: ID! lines: [Line] }
          type Line @key(fields: "sku") { sku: ID! item: Item } type Item @key(fields: "code") { code: ID }`),
        gives: {
          Query: {
            orders:
              rows(`[{ id: "1", lines: [{ sku: "a", item: { code: "x" } }, null, { sku: "b", item: null }] }
              { id: "2", lines: [] }, { id: "3", lines: null }, null, { id: "4", lines: [{ sku: "c", item: { code: "y" } }] }]`),
          },
        },
      },
      items: {
        sdl: fed('type Item @key(fields: "code") { code: ID grams: Int }'),
        gives: {
          Item: {
            ref: give(({ code }) => ({ code, grams: code === 'y' ? null : 5 })),
          },
        },
      },
      post: {
        sdl: fed(`type Order @key(fields: "id") { id: ID! lines: [Line] @external postage: String @requires(fields: "lines { item { grams } }") }
          type Line @key(fields: "sku") { sku: ID! item: Item @external heavy: String @requires(fields: "item { grams }") }
          type Item @key(fields: "code") { code: ID grams: Int @external }`),
        gives: {
          Order: {
            ref: itself,
            postage: give(({ lines }) => gramsOf(lines)),
          },
          Line: { ref: itself, heavy: give((line) => `heavy ${gramsOf([line])}`) },
        },
      },
      more: {
        sdl: fed(
          `type Order @key(fields: "id") { id: ID! postage: String @external label: String @requires(fields: "postage") }`,
        ),
        gives: { Order: { ref: itself, label: give(({ postage }) => `to: ${postage}`) } },
      },
    },
    asks: [
      [
        '{ orders { postage } }',
        '{ orders: [{ postage: "5 null none" }, { postage: "" }, { postage: "nothing" }, null, { postage: "none" }] }',
      ],
      [
        '{ orders { label id lines { heavy } } }',
        `{ orders: [{ label: "to: 5 null none", id: "1", lines: [{ heavy: "heavy 5" }, null, { heavy: "heavy none" }] }
          { label: "to: ", id: "2", lines: [] }, { label: "to: nothing", id: "3", lines: null }, null
          { label: "to: none", id: "4", lines: [{ heavy: "heavy none" }] }] }`,
      ],
      [
        'query($no: Boolean!) { orders { label @include(if: $no) lines { sku heavy @skip(if: $no) item { grams } } } }',
        `{ orders: [{ lines: [{ sku: "a", heavy: "heavy 5", item: { grams: 5 } }, null, { sku: "b", heavy: "heavy none", item: null }] }
          { lines: [] }, { lines: null }, null
          { lines: [{ sku: "c", heavy: "heavy none", item: { grams: null } }] }] }`,
        { variables: { no: false } },
      ],
    ],
  },
  {
    says: 'a requirement may lead back to the subgraph that it came from, or begin there',
    subgraphs: {
      a: {
        sdl: fed('type Query { t: T } type T @key(fields: "id") { id: ID! n: Int }'),
        gives: { Query: { t: { id: '1', n: 1 } }, T: { ref: plus({ n: 1 }) } },
      },
      b: {
        sdl: fed(`type Query { ts: [T] } type T @key(fields: "id") { id: ID! n: Int @external u: Int @requires(fields: "n")
          v: Int @external w: Int @requires(fields: "v") }`),
        gives: {
          Query: { ts: [{ id: '1' }, null] },
          T: {
            ref: itself,
            u: give(({ n }) => Number(n) + 1),
            w: give(({ v }) => Number(v) + 1),
          },
        },
      },
      c: {
        sdl: fed(
          'type T @key(fields: "id") { id: ID! u: Int @external v: Int @requires(fields: "u") }',
        ),
        gives: { T: { ref: itself, v: give(({ u }) => Number(u) + 1) } },
      },
    },
    asks: [
      ['{ t { w } }', '{ t: { w: 4 } }'],
      ['{ t { n w } }', '{ t: { n: 1, w: 4 } }'],
      ['{ t { u v w } }', '{ t: { u: 2, v: 3, w: 4 } }'],
      ['{ ts { v } }', '{ ts: [{ v: 3 }, null] }'],
      ['{ ts { x: w } }', '{ ts: [{ x: 4 }, null] }'],
      ['{ ts { u w } }', '{ ts: [{ u: 2, w: 4 }, null] }'],
      [
        'query($x: Boolean!) { ts { u @include(if: $x) w @skip(if: $x) } t { w @include(if: $x) } }',
        '{ ts: [{ u: 2 }, null], t: { w: 4 } }',
        { variables: { x: true } },
      ],
    ],
  },
  {
    says: 'what is asked for late keeps its arguments and their variables',
    subgraphs: {
      a: {
        sdl: fed('type Query { t: T } type T @key(fields: "id") { id: ID! n: Int }'),
        gives: { Query: { t: { id: '1', n: 1 } }, T: { ref: plus({ n: 1 }) } },
      },
      b: {
        sdl: fed(`type Query { ts: [T] } type T @key(fields: "id") { id: ID! n: Int @external
          u(by: Int = 1): Int @requires(fields: "n") }`),
        gives: {
          Query: { ts: [{ id: '1' }, null] },
          T: { ref: itself, u: give(({ n }, { by }) => Number(n) + Number(by)) },
        },
      },
      c: {
        sdl: fed(
          'type T @key(fields: "id") { id: ID! u(by: Int = 1): Int @external v: Int @requires(fields: "u") w: Int @requires(fields: "u(by: 5)") }',
        ),
        gives: {
          T: {
            ref: itself,
            v: give(({ u }) => Number(u) * 10),
            w: give(({ u }) => Number(u) * 100),
          },
        },
      },
    },
    asks: [
      ['{ ts { v } }', '{ ts: [{ v: 20 }, null] }'],
      ['{ ts { w } }', '{ ts: [{ w: 600 }, null] }'],
      [
        'query($by: Int) { ts { v x: u(by: $by) } }',
        '{ ts: [{ v: 20, x: 11 }, null] }',
        { variables: { by: 10 } },
      ],
      [
        'query($yes: Boolean!) { ts { id v @include(if: $yes) w @skip(if: $yes) } }',
        '{ ts: [{ id: "1", v: 20 }, null] }',
        { variables: { yes: true } },
      ],
      [
        'query($yes: Boolean!) { ts { id ... @include(if: $yes) { v } } }',
        '{ ts: [{ id: "1" }, null] }',
        { variables: { yes: false } },
      ],
      [
        'query($yes: Boolean!, $by: Int) { ts { v @include(if: $yes) u @include(if: $yes) y: u(by: $by) @include(if: $yes) } }',
        '{ ts: [{ v: 20, u: 2, y: 11 }, null] }',
        { variables: { yes: true, by: 10 } },
      ],
    ],
  },
  {
    says: 'requirements go in a circle over fields, and not over entities',
    subgraphs: {
      a: {
        sdl: fed(`type Query { t: T ts: [T!] } type T @key(fields: "id") { id: ID! a0: Int
          a1: Int @requires(fields: "b1") b1: Int @external a2: Int @requires(fields: "b2 c1") b2: Int @external c1: Int @external }`),
        gives: {
          Query: {
            t: { id: '1', a0: 1 },
            ts: [
              { id: '1', a0: 1 },
              { id: '2', a0: 10 },
            ],
          },
          T: {
            ref: plus({ a0: 100 }),
            a1: give(({ b1 }) => Number(b1) + 1),
            a2: give(({ b2, c1 }) => Number(b2) + Number(c1)),
          },
        },
      },
      b: {
        sdl: fed(`type T @key(fields: "id") { id: ID! a0: Int @external a1: Int @external
          b1: Int @requires(fields: "a0") b2: Int @requires(fields: "a1") }`),
        gives: {
          T: {
            ref: itself,
            b1: give(({ a0 }) => Number(a0) + 1),
            b2: give(({ a1 }) => Number(a1) * 2),
          },
        },
      },
      c: {
        sdl: fed(
          `type T @key(fields: "id") { id: ID! b2: Int @external a1: Int @external c1: Int @requires(fields: "b2 a1") a2: Int @external c2: String @requires(fields: "a2 b2") }`,
        ),
        gives: {
          T: {
            ref: itself,
            c1: give(({ b2, a1 }) => Number(b2) - Number(a1)),
            c2: give(({ a2, b2 }) => `${a2} ${b2}`),
          },
        },
      },
    },
    asks: [
      ['{ t { c2 } }', '{ t: { c2: "9 6" } }'],
      [
        '{ ts { x: a2 c2 a1: b1 b1: a1 } }',
        '{ ts: [{ x: 9, c2: "9 6", a1: 2, b1: 3 }, { x: 36, c2: "36 24", a1: 11, b1: 12 }] }',
      ],
      [
        'query($x: Boolean!) { ts { c1 @include(if: $x) a2 @skip(if: $x) ... @include(if: $x) { b2 } } }',
        '{ ts: [{ c1: 3, b2: 6 }, { c1: 12, b2: 24 }] }',
        { variables: { x: true } },
      ],
    ],
  },
  {
    says: 'what is required of a union or of nested entities is asked of whoever has it',
    subgraphs: {
      a: {
        sdl: fed(`type Query { boxes: [Box] } type Box @key(fields: "id") { id: ID! holds: Holds all: [Holds!] }
          union Holds = Gem | Sand type Gem @key(fields: "id") { id: ID! carat: Int } type Sand { grain: Int owner: Owner } type Owner @key(fields: "id") { id: ID! }`),
        gives: {
          Query: {
            boxes:
              rows(`[{ id: "1", holds: { __typename: "Gem", id: "g", carat: 3 }, all: [{ __typename: "Sand", grain: 1, owner: { id: "o" } }, { __typename: "Gem", id: "h", carat: 4 }] }
              { id: "2", holds: { __typename: "Sand", grain: 9, owner: null }, all: null }, { id: "3", holds: null, all: [] }]`),
          },
        },
      },
      b: {
        sdl: fed(
          `type Gem @key(fields: "id") { id: ID! colour: String } type Owner @key(fields: "id") { id: ID! name: String }`,
        ),
        gives: {
          Gem: { ref: itself, colour: give(({ id }) => `colour ${id}`) },
          Owner: { ref: plus({ name: 'Ada' }) },
        },
      },
      c: {
        sdl: fed(`type Box @key(fields: "id") { id: ID! holds: Holds @external all: [Holds!] @external
            said: String @requires(fields: "holds { ... on Gem { carat colour } ... on Sand { owner { name } grain } }")
            told: String @requires(fields: "all { ... on Gem { colour } ... on Sand { grain } }") }
          union Holds = Gem | Sand type Gem @key(fields: "id") { id: ID! carat: Int @external colour: String @external }
          type Sand { grain: Int @external owner: Owner @external } type Owner @key(fields: "id") { id: ID! name: String @external }`),
        gives: {
          Box: {
            ref: itself,
            said: give(({ holds }) => sorted(holds)),
            told: give(({ all }) => sorted(all)),
          },
        },
      },
    },
    asks: [
      [
        '{ boxes { said } }',
        '{ boxes: [{ said: "carat 3 colour colour g" }, { said: "grain 9 owner null" }, { said: "null" }] }',
      ],
      [
        '{ boxes { told said holds { ... on Gem { colour } } } }',
        `{ boxes: [{ told: "[grain 1,colour colour h]", said: "carat 3 colour colour g", holds: { colour: "colour g" } }
          { told: "null", said: "grain 9 owner null", holds: {} }, { told: "[]", said: "null", holds: null }] }`,
      ],
      [
        '{ boxes { all { ... on Sand { owner { name } } } x: told } }',
        '{ boxes: [{ all: [{ owner: { name: "Ada" } }, {}], x: "[grain 1,colour colour h]" }, { all: null, x: "null" }, { all: [], x: "[]" }] }',
      ],
    ],
  },
];

/** What was required, without the names and keys that lead there. */
function sorted(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(sorted).join(',')}]`;
  if (typeof value !== 'object' || value === null) return String(value);
  return Object.entries(value)
    .filter(([name]) => name !== '__typename' && name !== 'id')
    .map(([name, each]) => `${name} ${sorted(each)}`)
    .sort()
    .join(' ');
}
