export { type Normalised, normalised } from './normalised.ts';
export { clientName } from './rename-aliases.ts';
export { plannersVariables } from './rename-variables.ts';
