export { type FederatedAsk, fourSubgraph, large } from './federated.ts';
export { onTrack } from './track.ts';
