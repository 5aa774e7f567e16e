import { type Case, fed, itself } from '../case.ts';
import { give } from '../subgraph.ts';

export const CONTEXT_COMBINED: readonly Case[] = [
  {
    says: 'a context goes with what is required, provided, overridden and shared',
    subgraphs: {
      a: {
        sdl: fed(`type Query { land: Land lands: [Land!]! } type Mutation { move(to: ID!): Land }
          interface Place @context(name: "place") { id: ID! code: String }
          type Land implements Place @key(fields: "id") @context(name: "land") { id: ID! code: String money: String parent: Land towns: [Town] }
          type Town implements Place @key(fields: "id") { id: ID! code: String mines: [Mine!] }
          type Mine @key(fields: "id") { id: ID! ore: String @external
            tax(code: String @fromContext(field: "$place { code }"), money: String @fromContext(field: "$land { money }"), n: Int): String
            duty(money: String @fromContext(field: "$land { money }")): String @requires(fields: "ore") }`),
        gives: {
          Query: { land: { id: 'L1' }, lands: [{ id: 'L1' }, { id: 'L2' }] },
          Mutation: { move: give((_, { to }) => ({ id: to })) },
          Land: {
            ref: itself,
            code: give(({ id }) => `c${id}`),
            money: give(({ id }) => `m${id}`),
            parent: give(({ id }) => (id === 'L2' ? { id: 'L1' } : null)),
            towns: give(({ id }) => [{ id: 'T1' }, id === 'L2' ? { id: 'T2' } : null]),
          },
          Town: { ref: itself, code: give(({ id }) => `c${id}`), mines: [{ id: 'M1' }] },
          Mine: {
            ref: itself,
            tax: give(({ id }, { code, money, n }) => `${id} ${code} ${money} ${n}`),
            duty: give(({ id, ore }, { money }) => `${id} ${ore} ${money}`),
          },
          Place: { __resolveType: give(({ id }) => (id?.startsWith('L') ? 'Land' : 'Town')) },
        },
      },
      b: {
        sdl: fed(`type Mine @key(fields: "id") { id: ID! ore: String depth: Int }
          type Town @key(fields: "id") { id: ID! best: Mine land: Land } type Land @key(fields: "id") { id: ID! first: Town }`),
        gives: {
          Mine: { ref: itself, ore: 'Cu', depth: 5 },
          Town: { ref: itself, best: { id: 'M2' }, land: { id: 'L9' } },
          Land: { ref: itself, first: { id: 'T1' } },
        },
      },
    },
    asks: [
      [
        '{ lands { id towns { mines { duty depth } } } }',
        '{ lands: [{ id: "L1", towns: [{ mines: [{ duty: "M1 Cu mL1", depth: 5 }] }, null] }, { id: "L2", towns: [{ mines: [{ duty: "M1 Cu mL2", depth: 5 }] }, { mines: [{ duty: "M1 Cu mL2", depth: 5 }] }] }] }',
      ],
      [
        '{ lands { towns { mines { t: tax(n: 1) u: tax(n: 2) } } } }',
        '{ lands: [{ towns: [{ mines: [{ t: "M1 cT1 mL1 1", u: "M1 cT1 mL1 2" }] }, null] }, { towns: [{ mines: [{ t: "M1 cT1 mL2 1", u: "M1 cT1 mL2 2" }] }, { mines: [{ t: "M1 cT2 mL2 1", u: "M1 cT2 mL2 2" }] }] }] }',
      ],
      [
        '{ land { a: towns { mines { tax } } b: towns { code: id mines { duty tax } } } }',
        '{ land: { a: [{ mines: [{ tax: "M1 cT1 mL1 undefined" }] }, null], b: [{ code: "T1", mines: [{ duty: "M1 Cu mL1", tax: "M1 cT1 mL1 undefined" }] }, null] } }',
      ],
      [
        'mutation { x: move(to: "L5") { towns { best { tax duty } } } move(to: "L6") { first { best { duty } } } }',
        '{ x: { towns: [{ best: { tax: "M2 cT1 mL5 undefined", duty: "M2 Cu mL5" } }, null] }, move: { first: { best: { duty: "M2 Cu mL6" } } } }',
      ],
      [
        '{ lands { parent { towns { mines { duty } } } towns { land { towns { mines { duty } } } } } }',
        '{ lands: [{ parent: null, towns: [{ land: { towns: [{ mines: [{ duty: "M1 Cu mL9" }] }, null] } }, null] }, { parent: { towns: [{ mines: [{ duty: "M1 Cu mL1" }] }, null] }, towns: [{ land: { towns: [{ mines: [{ duty: "M1 Cu mL9" }] }, null] } }, { land: { towns: [{ mines: [{ duty: "M1 Cu mL9" }] }, null] } }] }] }',
      ],
      [
        'query($x: Boolean!) { land { ...L @include(if: $x) towns { ... on Town @skip(if: $x) { id } best { duty @include(if: $x) } } } } fragment L on Land { money first { mines { ...M } } } fragment M on Mine { tax(n: 3) }',
        '{ land: { money: "mL1", first: { mines: [{ tax: "M1 cT1 mL1 3" }] }, towns: [{ best: { duty: "M2 Cu mL1" } }, null] } }',
        { variables: { x: true } },
      ],
    ],
  },
];
