import type { Part, Workload } from './workload.ts';

const SHIPMENTS = 20;
const FIRMS = 12;

type Firm = { readonly id: string };
const firm = (place: number): Firm => ({ id: `firm-${1 + (place % FIRMS)}` });

const trade: Part = {
  sdl: `
    type Query { shipments: [Shipment!] }
    type Shipment { id: ID! tons: Int buyer: Firm seller: Firm carrier: Firm }
    type Firm @key(fields: "id", resolvable: false) { id: ID! }`,
  resolvers: {
    Query: {
      shipments: () =>
        Array.from({ length: SHIPMENTS }, (_, place) => ({
          id: `shipment-${place + 1}`,
          tons: 100 + place,
          buyer: firm(place),
          seller: firm(place + 5),
          carrier: firm(place * 7),
        })),
    },
  },
};

const firms: Part = {
  sdl: `
    type Firm @key(fields: "id") {
      id: ID!
      name: String
      city: String
      phone: String
      fleet: [Ship!]
    }
    type Ship { name: String tons: Int }`,
  resolvers: {
    Firm: {
      name: ({ id }: Firm) => `Made-up ${id}`,
      city: ({ id }: Firm) => `City of ${id}`,
      phone: ({ id }: Firm) => `+260 ${id}`,
      fleet: ({ id }: Firm) => [1, 2].map((each) => ({ name: `${id}, ship ${each}`, tons: each })),
    },
  },
};

/** Records that lead to one subgraph from several places at the same time, and something else is asked at each. */
export const shipments: Workload = {
  parts: { trade, firms },
  query: `
    query Trade {
      shipments { id tons buyer { name city } seller { name phone } carrier { name fleet { name tons } } }
    }`,
};
