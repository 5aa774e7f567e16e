export { type FederatedAsk, fourSubgraph, large } from './federated.ts';
