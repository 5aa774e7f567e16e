import './no-telemetry.ts';

export {
  type Config,
  type ConfigReading,
  readConfig,
  type Setting,
  type SettingKey,
  settings,
} from './config.ts';
export { type Gateway, type GatewayParts, openGateway } from './gateway.ts';
export type { PublishedState, Replaced } from './generations/index.ts';
export { LIMITS } from './limits/index.ts';
export { whyNotListening } from './listening.ts';
export { makeLogger } from './logger.ts';
export type { MissingReason } from './members/index.ts';
export { REGISTRY_REFUSALS } from './registry/index.ts';
export { type Running, startGateway } from './start-gateway.ts';
export {
  type Composed,
  compose,
  logicalSubgraphs,
  openExtending,
  readSupergraph,
  type Subgraphs,
} from './supergraph/index.ts';
export { LINE_FIELDS, METRICS, type Metric } from './telemetry/index.ts';
