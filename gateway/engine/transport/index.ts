export {
  openTransport,
  type Subgraph,
  type Transport,
  type TransportLimits,
} from './open-transport.ts';
export { openTurns, type Turns } from './turns.ts';
