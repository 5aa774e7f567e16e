import {
  type FieldDefinitionNode,
  type InputValueDefinitionNode,
  Kind,
  type TypeDefinitionNode,
} from 'graphql';
import {
  baseName,
  type Contract,
  fieldOf,
  fieldsOf,
  type Module,
  mergeOf,
  objectFields,
  ownershipOf,
} from '../index.ts';
import type { Asking } from './asking.ts';

type Types = ReadonlyMap<string, TypeDefinitionNode>;

/** The part of the contract that a member of these modules serves: all that its questions and its records reach. */
export function requiredTypes({ contract, memberTypes, modules }: Asking): Types {
  const found = new Map<string, TypeDefinitionNode>();
  const waiting = ['Query', ...startsOf(contract, modules)];
  for (let name = waiting.shift(); name !== undefined; name = waiting.shift()) {
    const type = memberTypes.get(name);
    if (!type || found.has(name)) continue;
    const kept = withoutOthers(contract, type, modules);
    found.set(name, kept);
    waiting.push(...namesIn(kept));
  }
  return found;
}

const isOffered = (module: Module | undefined, modules: readonly Module[]): boolean =>
  module === undefined || modules.includes(module);

/** Records of these modules, and the entities to which they are linked. */
const startsOf = (contract: Contract, modules: readonly Module[]): readonly string[] =>
  [...contract.types.keys()].filter((name) => {
    const kind = contract.kindOf(name);
    if (kind === 'shared') return true;
    return kind === 'owned' && isOffered(ownershipOf(contract, name).module, modules);
  });

/** Without the fields whose records are of a module that is not offered. */
function withoutOthers(
  contract: Contract,
  type: TypeDefinitionNode,
  modules: readonly Module[],
): TypeDefinitionNode {
  if (type.kind !== Kind.OBJECT_TYPE_DEFINITION) return type;
  const fields = objectFields(type).filter((field) =>
    isOffered(ownershipOf(contract, recordsOf(contract, baseName(field.type))).module, modules),
  );
  return { ...type, fields };
}

/** The type of the records that a type is, lists or sums. */
function recordsOf(contract: Contract, name: string): string {
  const rows = fieldOf(contract.types.get(name), 'nodes');
  return mergeOf(contract, name)?.of ?? (rows ? baseName(rows.type) : name);
}

type Field = FieldDefinitionNode | InputValueDefinitionNode;

const namesIn = (type: TypeDefinitionNode): readonly string[] =>
  fieldsOf(type).flatMap((field: Field) => [
    baseName(field.type),
    ...('arguments' in field ? (field.arguments ?? []).map((each) => baseName(each.type)) : []),
  ]);
