export { condition } from './condition.ts';
export { contextArguments } from './context-arguments.ts';
export { contextFetch } from './context-fetch.ts';
export { openEntityAsks } from './entity-asks.ts';
export { entityFetch } from './entity-fetch.ts';
export { ENTITIES_AT_ONCE } from './fetch-in-parts.ts';
export type {
  Fetching,
  Json,
  SubgraphAnswer,
  SubgraphAsk,
  SubgraphError,
  SubgraphQuestion,
} from './fetching.ts';
export { mergeInto } from './merge.ts';
export { parallel } from './parallel.ts';
export { compileRepresentation, type KeyField, type KeysOf } from './represent.ts';
export { rootFetch, type Types } from './root-fetch.ts';
export type { Run, Step } from './run.ts';
export { sequence } from './sequence.ts';
export { tellingFailures } from './telling-failures.ts';
