import type { FieldDefinitionNode, TypeDefinitionNode } from 'graphql';
import {
  baseName,
  type Contract,
  type Module,
  mergeOf,
  objectFields,
  ownershipOf,
} from '../index.ts';

/** A list over members, as the contract has it. */
export type List = {
  /** Field of Query: `sites`. */
  readonly field: string;
  /** Type of its records: `Site`. */
  readonly type: string;
  readonly module: Module | null;
  /** Its filter and its order, as variables name their types: `SiteFilter`, `SiteOrder`. */
  readonly filter: string;
  readonly order: string;
  /** What it can be ordered by: `NAME`, `COUNTRY` ... */
  readonly orderFields: readonly string[];
};

/** The lists of the contract, in its order. */
export const listsOf = (contract: Contract): readonly List[] =>
  objectFields(contract.types.get('Query')).flatMap((field) => {
    const merge = mergeOf(contract, baseName(field.type));
    return merge?.by === 'ORDER' && merge.of ? [listOf(contract, field, merge.of)] : [];
  });

function listOf(contract: Contract, field: FieldDefinitionNode, type: string): List {
  const order = argumentType(field, 'orderBy');
  return {
    field: field.name.value,
    type,
    module: ownershipOf(contract, type).module ?? null,
    filter: argumentType(field, 'filter'),
    order,
    orderFields: valuesOf(contract.types.get(`${order}Field`)),
  };
}

function argumentType(field: FieldDefinitionNode, name: string): string {
  const found = field.arguments?.find((each) => each.name.value === name);
  return found ? baseName(found.type) : '';
}

const valuesOf = (type: TypeDefinitionNode | undefined): readonly string[] =>
  type?.kind === 'EnumTypeDefinition' ? (type.values ?? []).map((each) => each.name.value) : [];
