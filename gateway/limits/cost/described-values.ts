import type { SelectionSetNode } from 'graphql';
import type { ChosenFields } from './chosen-fields.ts';
import { ASSUMED } from './weights.ts';

/** How many values an answer about the schema has, at about. */
export const describedValues = (set: SelectionSetNode, choose: ChosenFields): number =>
  choose(set).reduce((sum, { name, selectionSet }) => {
    const below = selectionSet ? describedValues(selectionSet, choose) : 0;
    return sum + (1 + below) * (MANY[name.value] ?? 1);
  }, 0);

/** How many values a list there has at about: most types are objects, few fields have arguments, and few types wrap another. */
const MANY: Readonly<Record<string, number>> = {
  types: ASSUMED.types,
  fields: ASSUMED.fieldsOfType,
  args: 0.5,
  inputFields: 0.5,
  enumValues: 2,
  interfaces: 0.1,
  possibleTypes: 0.1,
  directives: 10,
  ofType: 0.3,
};
