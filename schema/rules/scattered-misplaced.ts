import { baseName } from '../contract.ts';
import { namesOf, placesOf } from './place.ts';
import type { Rule } from './rule.ts';

/** Inside a record the planner would ask the record's owner alone, and call its answer everybody's. */
export const scatteredMisplaced: Rule = {
  code: 'SCATTERED_MISPLACED',
  says: 'Only Query and shared types give merged types: inside a record the planner would ask one member for all.',
  find: (contract) =>
    namesOf(
      placesOf(contract).filter(
        ({ kind, field }) =>
          kind !== 'query' &&
          kind !== 'shared' &&
          contract.kindOf(baseName(field.type)) === 'merge',
      ),
    ),
};
