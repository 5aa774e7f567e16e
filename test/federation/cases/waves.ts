import { among, type Case, fed, itself, rows, written } from '../case.ts';
import { give } from '../subgraph.ts';

const ROWS = rows(`[
  { id: "f1", name: "Ada", city: "Rabat", fleet: [{ tons: 1 }, { tons: 2 }] }
  { id: "f2", name: "Bea", city: "Lusaka", fleet: [] }
]`);
const SHIPMENTS = written(`[
  { id: "s1", buyer: { id: "f1" }, seller: { id: "f2" }, carrier: { id: "f1" } }
  { id: "s2", buyer: { id: "f2" }, seller: null, carrier: { id: "f9" } }
]`);

/** Several places of an answer lead to one subgraph at the same time, and each asks something else of it. */
export const FIRMS: Case = {
  says: 'what one subgraph is asked of several places at once comes to each of them',
  subgraphs: {
    trade: {
      sdl: fed(`type Query { shipments: [Shipment!] }
        type Shipment { id: ID! buyer: Firm seller: Firm carrier: Firm }
        type Firm @key(fields: "id") { id: ID! }`),
      gives: { Query: { shipments: SHIPMENTS } },
    },
    firms: {
      sdl: fed(`type Mutation { found(name: String): Firm }
        type Firm @key(fields: "id") {
          id: ID! name: String city: String fleet: [Ship!] says(text: String, twice: Boolean = false): String
          bad: String must: String! country: Country
        }
        type Ship { tons: Int } type Country @key(fields: "code") { code: ID! }`),
      gives: {
        Mutation: { found: { id: 'f1', name: 'Ada' } },
        Firm: {
          ref: among(ROWS, 'id'),
          says: give(({ id }, { text, twice }) => `${id} ${text}${twice ? ` ${text}` : ''}`),
          bad: give(({ id }) => (id === 'f2' ? new Error('No.') : `good ${id}`)),
          must: give(({ id }) => (id === 'f2' ? null : `must ${id}`)),
          country: { code: 'MA' },
        },
      },
    },
    taxes: {
      sdl: fed(`type Firm @key(fields: "id") {
          id: ID! city: String @external rate: Int
          tax: String @requires(fields: "city")
        }
        type Country @key(fields: "code") { code: ID! rate: Int }`),
      gives: {
        Firm: { ref: itself, rate: 3, tax: give(({ city }) => `tax of ${city}`) },
        Country: { ref: itself, rate: 5 },
      },
    },
  },
  asks: [
    [
      '{ shipments { id buyer { name } seller { city } carrier { fleet { tons } } } }',
      `{ shipments: [
        { id: "s1", buyer: { name: "Ada" }, seller: { city: "Lusaka" }, carrier: { fleet: [{ tons: 1 }, { tons: 2 }] } }
        { id: "s2", buyer: { name: "Bea" }, seller: null, carrier: { fleet: null } }
      ] }`,
    ],
    [
      `query { shipments {
        buyer { ...F name } seller { ...F ...G } carrier { ...G id }
      } } fragment F on Firm { city ...G } fragment G on Firm { fleet { tons } says(text: "g") }`,
      `{ shipments: [
        {
          buyer: { city: "Rabat", fleet: [{ tons: 1 }, { tons: 2 }], says: "f1 g", name: "Ada" }
          seller: { city: "Lusaka", fleet: [], says: "f2 g" }
          carrier: { fleet: [{ tons: 1 }, { tons: 2 }], says: "f1 g", id: "f1" }
        }
        {
          buyer: { city: "Lusaka", fleet: [], says: "f2 g", name: "Bea" }
          seller: null
          carrier: { fleet: null, says: null, id: "f9" }
        }
      ] }`,
    ],
    ...[true, false].map(
      (x) =>
        [
          `query ($x: Boolean!) { shipments {
            buyer @include(if: $x) { name } seller { city @skip(if: $x) name @include(if: $x) } carrier { id city @skip(if: $x) }
          } }`,
          x
            ? `{ shipments: [
                { buyer: { name: "Ada" }, seller: { name: "Bea" }, carrier: { id: "f1" } }
                { buyer: { name: "Bea" }, seller: null, carrier: { id: "f9" } }
              ] }`
            : `{ shipments: [
                { seller: { city: "Lusaka" }, carrier: { id: "f1", city: "Rabat" } }
                { seller: null, carrier: { id: "f9", city: null } }
              ] }`,
          { variables: { x }, unasked: ['taxes'] },
        ] as const,
    ),
    [
      '{ shipments { buyer { bad } seller { y: bad name } carrier { city } } }',
      `{ shipments: [
        { buyer: { bad: "good f1" }, seller: { y: null, name: "Bea" }, carrier: { city: "Rabat" } }
        { buyer: { bad: null }, seller: null, carrier: { city: null } }
      ] }`,
      { errors: ['shipments.0.seller.y', 'shipments.1.buyer.bad'] },
    ],
    [
      '{ shipments { buyer { must } seller { name } } }',
      `{ shipments: [
        { buyer: { must: "must f1" }, seller: { name: "Bea" } }
        { buyer: null, seller: null }
      ] }`,
      { errors: ['shipments.1.buyer.must'] },
    ],
    [
      '{ shipments { buyer { tax } seller { rate tax } carrier { rate country { rate } } } }',
      `{ shipments: [
        { buyer: { tax: "tax of Rabat" }, seller: { rate: 3, tax: "tax of Lusaka" }, carrier: { rate: 3, country: { rate: 5 } } }
        { buyer: { tax: "tax of Lusaka" }, seller: null, carrier: { rate: 3, country: null } }
      ] }`,
    ],
  ],
};

export const WAVES: readonly Case[] = [FIRMS];
