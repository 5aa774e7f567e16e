export {
  openTransport,
  type Subgraph,
  type Transport,
  type TransportLimits,
} from './open-transport.ts';
