import { isRequired } from '../contract.ts';
import { namesOf, type Place, placesOf } from './place.ts';
import type { Rule } from './rule.ts';

/** A field that must not be null takes its row with it when its member is silent, and that row its page. */
export const fieldRequired: Rule = {
  code: 'FIELD_REQUIRED',
  says: 'Make it nullable: a silent member must not take its neighbours with it.',
  find: (contract) =>
    namesOf(
      placesOf(contract).filter(
        (place) =>
          isRequired(place.field.type) && mayBeSilent(place, contract.keyOf(place.type.name.value)),
      ),
    ),
};

function mayBeSilent({ kind, field }: Place, key: string): boolean {
  if (kind === 'query' || kind === 'merge') return true;
  return (kind === 'owned' || kind === 'shared') && field.name.value !== key;
}
