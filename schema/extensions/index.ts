export { type Addition, additionsOf } from './additions.ts';
export { type Candidate, candidatesIn } from './candidates.ts';
export { checkExtension, EXTENSION_RULES } from './check-extension.ts';
export type { ExtensionRule } from './extension.ts';
export { EXTENSION_LIMITS } from './reading.ts';
