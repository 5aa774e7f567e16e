export type { Check, Knowing, Verdict } from './check.ts';
export { CHECKS, runChecks } from './checks.ts';
