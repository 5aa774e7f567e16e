export { faults } from './faults.ts';
export type { FaultsAsk } from './faulty.ts';
