import './no-telemetry.ts';

export { type Config, type ConfigReading, readConfig } from './config.ts';
export { type Gateway, type GatewayParts, openGateway } from './gateway.ts';
export { whyNotListening } from './listening.ts';
export { makeLogger } from './logger.ts';
export { startGateway } from './start-gateway.ts';
export {
  type Composed,
  compose,
  logicalSubgraphs,
  readSupergraph,
  type Subgraphs,
} from './supergraph/index.ts';
