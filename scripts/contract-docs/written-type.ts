import {
  type FieldDefinitionNode,
  type InputValueDefinitionNode,
  Kind,
  print,
  type TypeDefinitionNode,
  type TypeNode,
} from 'graphql';
import { baseName, type Contract, fieldOf, mergeOf } from '../../schema/index.ts';
import { code, linkTo } from './markdown.ts';

/** A definition with a description, as the parts of a schema are. */
type Described = { readonly description?: { readonly value: string } | undefined };

export const describe = (node: Described | undefined): string =>
  (node?.description?.value ?? '').replaceAll(/\s*\n\s*/g, ' ').trim();

/** A type as it is written in the schema, leading to where it is described: `[Commodity!]`. */
export function writtenType(contract: Contract, type: TypeNode): string {
  const name = baseName(type);
  const [before = '', after = ''] = print(type).split(name);
  return `${before}${linkToType(contract, name)}${after}`;
}

/** The types that stand in a section of their own; the others stand in one for all, or are GraphQL's. */
function linkToType(contract: Contract, name: string): string {
  const type = contract.types.get(name);
  if (!type) return name;
  if (type.kind === Kind.SCALAR_TYPE_DEFINITION) return linkTo('Scalars', name);
  const isList = mergeOf(contract, name)?.by === 'ORDER' || isOwnList(type);
  return isList ? linkTo('Lists', name) : linkTo(name);
}

/** A page of a record's own list: its rows are `nodes`. */
export const isOwnList = (type: TypeDefinitionNode): boolean =>
  fieldOf(type, 'nodes') !== undefined;

/** A field with the names of its arguments: `sites(filter, first)`. */
export const signature = (field: FieldDefinitionNode | InputValueDefinitionNode): string => {
  const given = 'arguments' in field ? (field.arguments ?? []).map((each) => each.name.value) : [];
  return code(`${field.name.value}${given.length > 0 ? `(${given.join(', ')})` : ''}`);
};
