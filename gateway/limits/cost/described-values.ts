import type { SelectionSetNode } from 'graphql';
import type { ChosenFields } from './chosen-fields.ts';
import { ASSUMED } from './weights.ts';

/** How many values an answer about the schema has, at about. */
export const describedValues = (set: SelectionSetNode, choose: ChosenFields): number =>
  choose(set).reduce((sum, { name, selectionSet }) => {
    const below = selectionSet ? describedValues(selectionSet, choose) : 0;
    return sum + (1 + below) * (MANY[name.value] ?? 1);
  }, 0);

/** Lists with many values; and few types wrap another, of which fewer are wrapped themselves. */
const MANY: Readonly<Record<string, number>> = {
  types: ASSUMED.types,
  fields: ASSUMED.fieldsOfType,
  ofType: 0.3,
};
