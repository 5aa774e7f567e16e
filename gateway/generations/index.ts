export type { Replaced } from './building-queue.ts';
export type { Generation } from './generation.ts';
export {
  type Base,
  type GenerationState,
  type PublishedMember,
  type PublishedState,
  stateOver,
} from './generation-state.ts';
export { type LeasedContext, leasing } from './leasing.ts';
export {
  type Built,
  type Drained,
  type GenerationParts,
  type Generations,
  openGenerations,
} from './open-generations.ts';
