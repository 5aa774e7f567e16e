export { bounding } from './bounding.ts';
export type { Engine, RequestContext, ServersGateway } from './engine.ts';
export { finishing } from './finishing.ts';
export { inTurns } from './in-turns.ts';
export type { Executor, PlannedQuestion } from './planning-only.ts';
export { dataOf, ShapedText } from './shaped-text.ts';
export { type SharingLimits, sharing } from './sharing.ts';
export { openStockEngine, type PlannerLimits } from './stock.ts';
export {
  openTransport,
  openTurns,
  type Subgraph,
  type Transport,
  type TransportLimits,
  type Turns,
} from './transport/index.ts';
export { type EngineLimits, openZelligeEngine } from './zellige.ts';
