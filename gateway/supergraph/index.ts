export { type Composed, compose, logicalSubgraphs, type Subgraphs } from './compose.ts';
