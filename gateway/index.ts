export { type Gateway, type GatewayParts, openGateway } from './gateway.ts';
export { type Composed, compose, logicalSubgraphs, type Subgraphs } from './supergraph/index.ts';
