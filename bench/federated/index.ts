export { type FederatedAsk, fourSubgraph, large } from './federated.ts';
export { onTrack, type Track } from './track.ts';
