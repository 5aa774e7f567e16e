import type { buildSubgraphSchema } from '@apollo/subgraph';
import { type DocumentNode, parse } from 'graphql';

type Modules = Exclude<
  Parameters<typeof buildSubgraphSchema>[0],
  DocumentNode | readonly unknown[]
>;
export type Resolvers = NonNullable<Extract<Modules, { readonly typeDefs: unknown }>['resolvers']>;

/** An ordinary federated subgraph, as anybody may write one. */
export type Part = { readonly sdl: string; readonly resolvers: Resolvers };

/** Subgraphs by their names, and what a client asks of all of them together. */
export type Workload = {
  readonly parts: Readonly<Record<string, Part>>;
  readonly query: string;
};

const FEDERATION = 'https://specs.apollo.dev/federation/v2.3';
const IMPORTS = '["@key", "@external", "@requires", "@provides", "@shareable"]';

/** The SDL of a subgraph, with the directives of Federation that it may use. */
export const federated = ({ sdl }: Part): DocumentNode =>
  parse(`extend schema @link(url: "${FEDERATION}", import: ${IMPORTS}) ${sdl}`);
