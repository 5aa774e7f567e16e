export { type Composed, compose, logicalSubgraphs, type Subgraphs } from './compose.ts';
export {
  type Extended,
  extendedBy,
  extensionsIn,
  type MemberExtension,
  openExtending,
} from './extensions.ts';
export { extendedIn, readSupergraph, type Supergraph } from './generated.ts';
