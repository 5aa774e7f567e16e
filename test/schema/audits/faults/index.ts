import type { Fault } from '../fault.ts';
import { CHANGE_FAULTS } from './change-faults.ts';
import { ENTITY_FAULTS } from './entity-faults.ts';
import { ERROR_FAULTS } from './error-faults.ts';
import { FILTER_FAULTS } from './filter-faults.ts';
import { ORDER_FAULTS } from './order-faults.ts';
import { PAGE_FAULTS } from './page-faults.ts';
import { SCHEMA_FAULTS } from './schema-faults.ts';
import { SUM_FAULTS } from './sum-faults.ts';
import { VALUE_FAULTS } from './value-faults.ts';

/** What a member can do wrong, and the first claim that says so. */
export const FAULTS: readonly Fault[] = [
  ...SCHEMA_FAULTS,
  ...ORDER_FAULTS,
  ...PAGE_FAULTS,
  ...FILTER_FAULTS,
  ...SUM_FAULTS,
  ...ENTITY_FAULTS,
  ...VALUE_FAULTS,
  ...CHANGE_FAULTS,
  ...ERROR_FAULTS,
];
