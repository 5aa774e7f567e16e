import type { FieldDefinitionNode, TypeDefinitionNode } from 'graphql';
import {
  baseName,
  type Contract,
  fieldOf,
  isList,
  isRequired,
  kindOfType,
  marks,
  mergeOf,
  objectFields,
  type TypeKind,
  typesOf,
} from '../contract.ts';

/** A field with the type that has it; `name` is how a finding names it: `Site.operator`. */
export type Place = {
  readonly type: TypeDefinitionNode;
  readonly kind: TypeKind;
  readonly field: FieldDefinitionNode;
  readonly name: string;
};

/** Every field of the contract's object types. */
export const placesOf = (contract: Contract): readonly Place[] =>
  [...contract.types.values()].flatMap((type) =>
    objectFields(type).map((field) => ({
      type,
      kind: kindOfType(type),
      field,
      name: `${type.name.value}.${field.name.value}`,
    })),
  );

export const namesOf = (places: readonly Place[]): readonly string[] =>
  places.map(({ name }) => name);

/** Fields that several members are asked for: of Query but the lookups, and of shared types but their keys. */
export const scatteredPlaces = (contract: Contract): readonly Place[] =>
  placesOf(contract).filter(({ type, kind, field }) => {
    if (kind === 'query') return !marks(field, 'routed');
    return kind === 'shared' && field.name.value !== contract.keyOf(type.name.value);
  });

/** Fields of records and of the values in them. The `node` of an edge is not one: there the list says whose the record is. */
export function recordPlaces(contract: Contract): readonly Place[] {
  const edges = edgeTypes(contract);
  return placesOf(contract).filter(
    ({ type, kind }) => kind === 'owned' || (kind === 'value' && !edges.has(type.name.value)),
  );
}

function edgeTypes(contract: Contract): ReadonlySet<string> {
  const names = typesOf(contract, 'merge').flatMap((type) => {
    const edges = fieldOf(type, 'edges');
    return edges && mergeOf(contract, type.name.value)?.by === 'ORDER' ? [edges.type] : [];
  });
  return new Set(names.map(baseName));
}

export const isEntity = (contract: Contract, typeName: string): boolean =>
  ['owned', 'shared'].includes(contract.kindOf(typeName));

/** Whether a field can identify: it is there, once, always, and asks for no argument. */
export const isKey = (field: FieldDefinitionNode | undefined): boolean =>
  field !== undefined &&
  isRequired(field.type) &&
  !isList(field.type) &&
  field.arguments?.length === 0;
