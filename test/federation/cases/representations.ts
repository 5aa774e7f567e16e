import { type Case, fed, itself, written } from '../case.ts';
import { give } from '../subgraph.ts';

export const REPRESENTATIONS: readonly Case[] = [
  {
    says: 'what is required may be null, a list of lists, or empty, and is told as it is',
    subgraphs: {
      a: {
        sdl: fed(`type Query { boxes: [Box] } type Box @key(fields: "id") { id: ID! dims: Dims grid: [[Cell!]] tags: [String] kind: Kind big: Float }
          type Dims { w: Int h: Int } type Cell { v: Int } enum Kind { A B }`),
        gives: {
          Query: {
            boxes: written(`[
              { id: "1", dims: null, grid: [[{ v: 1 }, { v: null }], [], null], tags: ["a", null], kind: "A", big: 1e21 }
              { id: "2", dims: { w: 1, h: null }, grid: null, tags: [], kind: null, big: -0.5 }
              null
            ]`),
          },
        },
      },
      b: {
        sdl: fed(`type Box @key(fields: "id") { id: ID! dims: Dims @external grid: [[Cell!]] @external tags: [String] @external kind: Kind @external big: Float @external
            said: String @requires(fields: "dims { w h } grid { v } tags kind big") }
          type Dims { w: Int @external h: Int @external } type Cell { v: Int @external } enum Kind { A B }`),
        gives: {
          Box: {
            ref: itself,
            said: give(({ dims, grid, tags, kind, big }) => {
              const bare = (key: string, value: unknown) =>
                key === '__typename' ? undefined : value;
              return JSON.stringify([dims, grid, tags, kind, big], bare).replaceAll('"', "'");
            }),
          },
        },
      },
    },
    asks: [
      [
        '{ boxes { said } }',
        `{ boxes: [
          { said: "[null,[[{'v':1},{'v':null}],[],null],['a',null],'A',1e+21]" }
          { said: "[{'w':1,'h':null},null,[],null,-0.5]" }
          null
        ] }`,
      ],
      [
        '{ boxes { tags grid { v } said dims { h } } }',
        `{ boxes: [
          { tags: ["a", null], grid: [[{ v: 1 }, { v: null }], [], null], said: "[null,[[{'v':1},{'v':null}],[],null],['a',null],'A',1e+21]", dims: null }
          { tags: [], grid: null, said: "[{'w':1,'h':null},null,[],null,-0.5]", dims: { h: null } }
          null
        ] }`,
      ],
    ],
  },
  {
    says: 'keys may be numbers, enums and booleans, in lists of lists of entities',
    subgraphs: {
      a: {
        sdl: fed(
          `type Query { all: [[Slot!]!] } enum Side { L R } type Slot @key(fields: "no side open") { no: Int! side: Side! open: Boolean! }`,
        ),
        gives: {
          Query: {
            all: written(
              `[[{ no: 1, side: "L", open: true }, { no: 1, side: "R", open: true }], [], [{ no: 1, side: "L", open: true }, { no: 1, side: "L", open: false }]]`,
            ),
          },
        },
      },
      b: {
        sdl: fed(
          `enum Side { L R } type Slot @key(fields: "open no side") { no: Int! side: Side! open: Boolean! name: String! beside: [[Slot]] }`,
        ),
        gives: {
          Slot: {
            ref: itself,
            name: give(({ no, side, open }) => `${no}${side}${open}`),
            beside: give(({ no, side, open }) => [
              [{ no: Number(no) + 1, side, open }, null],
              null,
            ]),
          },
        },
      },
    },
    asks: [
      [
        '{ all { name } }',
        '{ all: [[{ name: "1Ltrue" }, { name: "1Rtrue" }], [], [{ name: "1Ltrue" }, { name: "1Lfalse" }]] }',
      ],
      [
        '{ all { side beside { no name beside { name } } } }',
        `{ all: [
          [{ side: "L", beside: [[{ no: 2, name: "2Ltrue", beside: [[{ name: "3Ltrue" }, null], null] }, null], null] }
           { side: "R", beside: [[{ no: 2, name: "2Rtrue", beside: [[{ name: "3Rtrue" }, null], null] }, null], null] }]
          []
          [{ side: "L", beside: [[{ no: 2, name: "2Ltrue", beside: [[{ name: "3Ltrue" }, null], null] }, null], null] }
           { side: "L", beside: [[{ no: 2, name: "2Lfalse", beside: [[{ name: "3Lfalse" }, null], null] }, null], null] }]
        ] }`,
      ],
    ],
  },
];
