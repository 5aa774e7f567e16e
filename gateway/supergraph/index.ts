export { type Composed, compose, logicalSubgraphs, type Subgraphs } from './compose.ts';
export { extendedIn, readSupergraph, type Supergraph } from './generated.ts';
