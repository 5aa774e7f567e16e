import { type FieldDefinitionNode, type InputValueDefinitionNode, print } from 'graphql';
import { baseName, type Contract, fieldsOf, mergeOf } from '../contract.ts';
import { namesOf, scatteredPlaces } from './place.ts';
import type { Rule } from './rule.ts';

/** Whoever scatters can say whom to ask: a reader who wants three states does not wait for fifty-four. */
export const filterWithoutOwners: Rule = {
  code: 'FILTER_WITHOUT_OWNERS',
  says: 'A filter of a scattered field has `owners: [MemberCode!]`; a field without a filter takes it itself.',
  find: (contract) =>
    namesOf(
      scatteredPlaces(contract).filter(
        ({ field }) => mergeOf(contract, baseName(field.type)) && !isPruned(contract, field),
      ),
    ),
};

function isPruned(contract: Contract, field: FieldDefinitionNode): boolean {
  const given = field.arguments ?? [];
  const filter = given.find((each) => each.name.value === 'filter');
  const inputs = filter ? fieldsOf(contract.types.get(baseName(filter.type))) : given;
  return inputs.some(isOwners);
}

const isOwners = (input: FieldDefinitionNode | InputValueDefinitionNode): boolean =>
  input.name.value === 'owners' && print(input.type) === '[MemberCode!]';
