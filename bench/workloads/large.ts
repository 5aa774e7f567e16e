import type { Part, Workload } from './workload.ts';

const DEPOSITS = 10_000;

const deposit = (place: number) => {
  const number = String(place + 1).padStart(5, '0');
  return { id: `deposit-${number}`, name: `Made-up deposit ${number}`, country: 'ZM', place };
};
type Deposit = ReturnType<typeof deposit>;
const ROWS: readonly Deposit[] = Array.from({ length: DEPOSITS }, (_, place) => deposit(place));

const deposits: Part = {
  sdl: `
    type Query { deposits(first: Int = ${DEPOSITS}): [Deposit!] }
    type Deposit @key(fields: "id") { id: ID! name: String country: String }`,
  resolvers: {
    Query: {
      deposits: (_: unknown, { first }: { readonly first: number }) => ROWS.slice(0, first),
    },
  },
};

const placeOf = ({ id }: Pick<Deposit, 'id'>): number => Number(id.slice('deposit-'.length)) - 1;

const assays: Part = {
  sdl: `
    type Deposit @key(fields: "id") {
      id: ID!
      commodity: String
      tonnage: Float
      grade: Float
      assayedOn: String
      laboratory: String
      remarks: [String!]
    }`,
  resolvers: {
    Deposit: {
      commodity: (each: Deposit) => ['copper', 'cobalt', 'gold'][placeOf(each) % 3],
      tonnage: (each: Deposit) => 1_000 + 12.5 * placeOf(each),
      grade: (each: Deposit) => 0.25 + (placeOf(each) % 400) / 100,
      assayedOn: () => '2026-01-31',
      laboratory: (each: Deposit) => `Made-up laboratory ${placeOf(each) % 20}`,
      remarks: () => [
        'Sampled from the core',
        'Weighed dry before the assay',
        'Held against a second sample of the same seam',
      ],
    },
  },
};

/** A list of so many records, each with half its fields from another subgraph: no two alike, so there is nothing to find once. */
export const large: Workload = {
  parts: { deposits, assays },
  query: `
    query Large {
      deposits {
        id name country
        commodity tonnage grade assayedOn laboratory remarks
      }
    }`,
};
