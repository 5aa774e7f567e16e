import type { FieldDefinitionNode } from 'graphql';
import { argumentsOf, baseName, isList, isRequired, marks } from '../contract.ts';
import { namesOf, placesOf } from './place.ts';
import type { Rule } from './rule.ts';

/** A lookup that does not name its one member could only be sent to all. */
export const routedArgument: Rule = {
  code: 'ROUTED_ARGUMENT',
  says: '@routed names a required argument that names the member: an ID or a MemberCode.',
  find: (contract) =>
    namesOf(
      placesOf(contract).filter(({ field }) => marks(field, 'routed') && !namesItsMember(field)),
    ),
};

function namesItsMember(field: FieldDefinitionNode): boolean {
  const by = argumentsOf(field, 'routed')?.by;
  const argument = field.arguments?.find((each) => each.name.value === by);
  if (!argument || !isRequired(argument.type) || isList(argument.type)) return false;
  return ['ID', 'MemberCode'].includes(baseName(argument.type));
}
