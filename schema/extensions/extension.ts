import {
  type ConstDirectiveNode,
  type DefinitionNode,
  type DocumentNode,
  type FieldDefinitionNode,
  isTypeDefinitionNode,
  Kind,
  type TypeDefinitionNode,
} from 'graphql';
import type { Contract } from '../contract.ts';

/** What one member publishes beyond the contract, read but not yet believed. */
export type Extension = {
  /** Its code: `MA`. */
  readonly member: string;
  readonly document: DocumentNode;
  readonly contract: Contract;
};

/** A rule of extensions. `find` gives the places that break it, `Site` or `Site.ma_grade`; `says` tells what to write instead. */
export type ExtensionRule = {
  /** Codes never change; sentences may. */
  readonly code: string;
  readonly says: string;
  readonly find: (extension: Extension) => readonly string[];
};

export const definedTypes = ({ document }: Extension): readonly TypeDefinitionNode[] =>
  document.definitions.filter(isTypeDefinitionNode);

/** Types that the contract has too, but for the root; and those that it has not. */
export const contractTypes = (extension: Extension): readonly TypeDefinitionNode[] =>
  definedTypes(extension).filter(
    ({ name }) => name.value !== 'Query' && extension.contract.types.has(name.value),
  );
export const ownTypes = (extension: Extension): readonly TypeDefinitionNode[] =>
  definedTypes(extension).filter(
    ({ name }) => name.value !== 'Query' && !extension.contract.types.has(name.value),
  );

/** A field with the type that has it; `name` is how a finding names it. */
export type FieldPlace = {
  readonly type: TypeDefinitionNode;
  readonly field: FieldDefinitionNode;
  readonly name: string;
};

/** Fields of object types and interfaces, without the keys of the contract's records. */
export const fieldPlaces = (extension: Extension): readonly FieldPlace[] =>
  definedTypes(extension).flatMap((type) =>
    outputFields(type)
      .filter((field) => !isKeyField(extension, type, field))
      .map((field) => ({ type, field, name: `${type.name.value}.${field.name.value}` })),
  );

const isKeyField = (
  { contract }: Extension,
  type: TypeDefinitionNode,
  field: FieldDefinitionNode,
) => contract.kindOf(type.name.value) === 'owned' && field.name.value === 'id';

export const outputFields = (type: TypeDefinitionNode): readonly FieldDefinitionNode[] =>
  type.kind === Kind.OBJECT_TYPE_DEFINITION || type.kind === Kind.INTERFACE_TYPE_DEFINITION
    ? (type.fields ?? [])
    : [];

/** Fields that every client may meet beside the contract's: of its records, and of the root. */
export const rowPlaces = (extension: Extension): readonly FieldPlace[] =>
  fieldPlaces(extension).filter(
    ({ type }) => type.name.value === 'Query' || extension.contract.types.has(type.name.value),
  );

/** Every directive in use, and where. */
export const directivesIn = (
  extension: Extension,
): readonly { readonly node: ConstDirectiveNode; readonly place: string }[] =>
  extension.document.definitions.flatMap((each) => directivesOf(each as Marked, nameOf(each)));

type Named = Marked & { readonly name: { readonly value: string } };
type Marked = {
  readonly directives?: readonly ConstDirectiveNode[] | undefined;
  readonly fields?: readonly Named[] | undefined;
  readonly arguments?: readonly Named[] | undefined;
  readonly values?: readonly Named[] | undefined;
};

function directivesOf(
  marked: Marked,
  place: string,
): readonly { readonly node: ConstDirectiveNode; readonly place: string }[] {
  const below = [...(marked.fields ?? []), ...(marked.arguments ?? []), ...(marked.values ?? [])];
  return [
    ...(marked.directives ?? []).map((node) => ({ node, place })),
    ...below.flatMap((each) => directivesOf(each, `${place}.${each.name.value}`)),
  ];
}

export const nameOf = (definition: DefinitionNode): string =>
  'name' in definition && definition.name ? definition.name.value : 'schema';

/** How a member's names begin: `ma_` a field's, `Ma` a type's. */
export const fieldPrefix = ({ member }: Extension): string => `${member.toLowerCase()}_`;
export const typePrefix = ({ member }: Extension): string =>
  `${member.slice(0, 1)}${member.slice(1).toLowerCase()}`;
