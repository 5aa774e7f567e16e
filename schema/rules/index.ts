export { checkContract, RULES } from './check-contract.ts';
export type { Finding, Rule } from './rule.ts';
