import { type TypeDefinitionNode, valueFromASTUntyped } from 'graphql';
import { baseName, isList, isRequired } from '../contract.ts';
import { contractTypes, type ExtensionRule, outputFields } from './extension.ts';

/** The id is the route to a record's owner; there is no other. */
export const keyNotContracts: ExtensionRule = {
  code: 'KEY_NOT_CONTRACTS',
  says: 'Write `type Site @key(fields: "id") { id: ID! ... }`: the key once, with nothing else in it, and the field itself.',
  find: (extension) =>
    contractTypes(extension)
      .filter(({ name }) => extension.contract.kindOf(name.value) === 'owned')
      .flatMap((type) => (hasKey(type) ? [] : [type.name.value])),
};

function hasKey(type: TypeDefinitionNode): boolean {
  const keys = (type.directives ?? []).filter(({ name }) => name.value === 'key');
  const given = (keys[0]?.arguments ?? []).map(({ name, value }) => [
    name.value,
    String(valueFromASTUntyped(value)).trim(),
  ]);
  return keys.length === 1 && String(given) === 'fields,id' && hasId(type);
}

function hasId(type: TypeDefinitionNode): boolean {
  const ids = outputFields(type).filter(({ name }) => name.value === 'id');
  return ids.length === 1 && ids.every((id) => isPlainId(id));
}

const isPlainId = ({ type, arguments: given }: ReturnType<typeof outputFields>[number]): boolean =>
  isRequired(type) && !isList(type) && baseName(type) === 'ID' && !given?.length;
