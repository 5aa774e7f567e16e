import type { Part, Workload } from './workload.ts';

type Link = { readonly id: string };
const next = ({ id }: Link): Link => ({ id: String(Number(id) + 1) });
const label = ({ id }: Link): string => `Made-up link ${id}`;

const odd: Part = {
  sdl: `
    type Query { chain: Odd }
    type Odd @key(fields: "id") { id: ID! label: String next: Even }
    type Even @key(fields: "id", resolvable: false) { id: ID! }`,
  resolvers: { Query: { chain: () => ({ id: '1' }) }, Odd: { next, label } },
};
const even: Part = {
  sdl: `
    type Even @key(fields: "id") { id: ID! label: String next: Odd }
    type Odd @key(fields: "id", resolvable: false) { id: ID! }`,
  resolvers: { Even: { next, label } },
};

/** So many links, of which each stands in another subgraph than the one before it: as many hops, one after another. */
export const chainOf = (links: number): string =>
  `query Chain { chain ${'{ id label next '.repeat(links - 1)}{ id label }${' }'.repeat(links - 1)} }`;

export const chain: Workload = { parts: { odd, even }, query: chainOf(4) };
