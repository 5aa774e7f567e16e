import { chainOf, type WorkloadName } from '../workloads/index.ts';

/** What grows of a question to ordinary subgraphs. */
export type Axis = {
  readonly of: string;
  readonly workload: WorkloadName;
  /** From the smallest to the largest. */
  readonly sizes: readonly number[];
  readonly query: (size: number) => string;
  readonly connections: number;
};

export const AXES: readonly Axis[] = [
  {
    of: 'rows',
    workload: 'large',
    sizes: [500, 1_500, 4_500, 10_000],
    query: (rows) =>
      `query Rows { deposits(first: ${rows}) { id name country commodity tonnage grade remarks } }`,
    connections: 4,
  },
  { of: 'hops', workload: 'chain', sizes: [2, 4, 8, 16], query: chainOf, connections: 20 },
  { of: 'aliases', workload: 'shop', sizes: [1, 3, 9, 27], query: aliased, connections: 20 },
];

function aliased(times: number): string {
  const product = '{ name inStock shippingEstimate reviews { body author { name } } }';
  const asked = Array.from({ length: times }, (_, place) => `a${place}: topProducts ${product}`);
  return `query Aliases { ${asked.join(' ')} }`;
}
