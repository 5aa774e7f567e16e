export { type Composed, compose, logicalSubgraphs, type Subgraphs } from './compose.ts';
export {
  type Composing,
  type Extended,
  type Extending,
  extensionsIn,
  type MemberExtension,
  openExtending,
} from './extensions.ts';
export { extendedIn, readSupergraph, type Supergraph } from './generated.ts';
