import { baseName, type Contract, marks, objectFields } from '../contract.ts';
import { isEntity, namesOf, placesOf } from './place.ts';
import type { Rule } from './rule.ts';

/** A record inside a summary would be nested in the scatter, and read in the wrong member. */
export const summaryHoldsRecord: Rule = {
  code: 'SUMMARY_HOLDS_RECORD',
  says: 'A summary is a scalar, an enum or a value object that holds no record; use an id and @ref.',
  find: (contract) =>
    namesOf(
      placesOf(contract).filter(
        ({ field }) => marks(field, 'summary') && reachesRecord(contract, baseName(field.type), []),
      ),
    ),
};

function reachesRecord(contract: Contract, name: string, passed: readonly string[]): boolean {
  if (passed.includes(name)) return false;
  if (isEntity(contract, name)) return true;
  return objectFields(contract.types.get(name)).some((field) =>
    reachesRecord(contract, baseName(field.type), [...passed, name]),
  );
}
