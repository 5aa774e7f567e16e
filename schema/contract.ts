import { readFileSync } from 'node:fs';
import {
  type DirectiveNode,
  type DocumentNode,
  type EnumTypeDefinitionNode,
  type FieldDefinitionNode,
  type InputObjectTypeDefinitionNode,
  type InputValueDefinitionNode,
  isTypeDefinitionNode,
  Kind,
  type ObjectTypeDefinitionNode,
  parse,
  type ScalarTypeDefinitionNode,
  type TypeDefinitionNode,
  type TypeNode,
  valueFromASTUntyped,
} from 'graphql';
import { type Newer, newerIn } from './since.ts';

/** What a type of the contract is: who holds its fields, and whether several members contribute to it. */
export type TypeKind =
  | 'query'
  | 'owned'
  | 'shared'
  | 'merge'
  | 'value'
  | 'enum'
  | 'input'
  | 'scalar'
  | 'abstract';

export type Module = 'MINERALS' | 'POLICIES' | 'EVENTS';
export type MergeRule = { readonly by: 'ORDER' | 'PARTS' | 'LIST'; readonly of?: string };
export type Ownership = { readonly module?: Module; readonly atHome?: boolean };

export type Contract = {
  readonly version: string;
  readonly document: DocumentNode;
  readonly types: ReadonlyMap<string, TypeDefinitionNode>;
  /** Of each type: its module, and whether its country is its owner; read once, for it is asked of every member at every request. */
  readonly ownerships: ReadonlyMap<string, Ownership>;
  /** The kind of the type of that name; `scalar` where the contract does not define it. */
  readonly kindOf: (name: string | undefined) => TypeKind;
  /** Name of the field that identifies an owned (`id`) or shared type. */
  readonly keyOf: (name: string) => string;
  /** What of it a member of that version lacks; nothing where the member has not said its version. */
  readonly newerThan: (version: string | null | undefined) => Newer;
};

export const CONTRACT_VERSION = '1.0';

/** Text of a file that lies beside this one: `contract.graphql`, `amsg.graphql`. */
export const sdlFile = (name: string): string =>
  readFileSync(new URL(name, import.meta.url), 'utf8');

export function readContract(
  text: string = sdlFile('contract.graphql'),
  version: string = CONTRACT_VERSION,
): Contract {
  const document = parse(text);
  const types = new Map(
    document.definitions.filter(isTypeDefinitionNode).map((each) => [each.name.value, each]),
  );
  const kindOf = (name: string | undefined) => kindOfType(types.get(name ?? ''));
  const keyOf = (name: string) => argumentsOf(types.get(name), 'shared')?.by ?? 'id';
  const ownerships = new Map([...types].map(([name, type]) => [name, readOwnership(type)]));
  const newerThan = newerIn([...types.values()]);
  return { version, document, types, ownerships, kindOf, keyOf, newerThan };
}

export function kindOfType(type: TypeDefinitionNode | undefined): TypeKind {
  if (!type || type.kind === Kind.SCALAR_TYPE_DEFINITION) return 'scalar';
  if (type.kind === Kind.ENUM_TYPE_DEFINITION) return 'enum';
  if (type.kind === Kind.INPUT_OBJECT_TYPE_DEFINITION) return 'input';
  if (type.kind !== Kind.OBJECT_TYPE_DEFINITION) return 'abstract';
  if (type.name.value === 'Query') return 'query';
  return (['owned', 'shared', 'merge'] as const).find((each) => marks(type, each)) ?? 'value';
}

type Marked =
  | TypeDefinitionNode
  | FieldDefinitionNode
  | InputValueDefinitionNode
  | EnumTypeDefinitionNode
  | ScalarTypeDefinitionNode;
type Directive =
  | 'owned'
  | 'shared'
  | 'merge'
  | 'summary'
  | 'local'
  | 'ref'
  | 'routed'
  | 'gateway'
  | 'clearance'
  | 'since';

const directiveOf = (node: Marked | undefined, name: Directive): DirectiveNode | undefined =>
  node?.directives?.find((each) => each.name.value === name);

/** Whether a definition carries that directive. */
export const marks = (node: Marked | undefined, name: Directive): boolean =>
  directiveOf(node, name) !== undefined;

/** The arguments of a directive on a definition; undefined where the directive is not there. */
export function argumentsOf(
  node: Marked | undefined,
  name: Directive,
): Readonly<Record<string, string>> | undefined {
  const found = directiveOf(node, name);
  if (!found) return undefined;
  const given = found.arguments ?? [];
  return Object.fromEntries(
    given.map((each) => [each.name.value, String(valueFromASTUntyped(each.value))]),
  );
}

/** How the answers for a type become one, where several members answer for it. */
export function mergeOf(contract: Contract, typeName: string): MergeRule | undefined {
  const given = argumentsOf(contract.types.get(typeName), 'merge');
  return given as MergeRule | undefined;
}

/** Of which module an owned type is, and whether its country is its owner. */
export const ownershipOf = (contract: Contract, typeName: string | undefined): Ownership =>
  contract.ownerships.get(typeName ?? '') ?? NO_OWNERSHIP;

const NO_OWNERSHIP: Ownership = { atHome: false };

function readOwnership(type: TypeDefinitionNode): Ownership {
  const given = argumentsOf(type, 'owned') ?? {};
  const module = given.module as Module | undefined;
  return { ...(module && { module }), atHome: given.atHome === 'true' };
}

type WithFields = ObjectTypeDefinitionNode | InputObjectTypeDefinitionNode;
export const fieldsOf = (type: TypeDefinitionNode | undefined): WithFields['fields'] & object =>
  type?.kind === Kind.OBJECT_TYPE_DEFINITION || type?.kind === Kind.INPUT_OBJECT_TYPE_DEFINITION
    ? (type.fields ?? [])
    : [];

/** The fields of an object type; none for any other kind. */
export const objectFields = (
  type: TypeDefinitionNode | undefined,
): readonly FieldDefinitionNode[] =>
  type?.kind === Kind.OBJECT_TYPE_DEFINITION ? (type.fields ?? []) : [];

export const fieldOf = (
  type: TypeDefinitionNode | undefined,
  name: string,
): FieldDefinitionNode | undefined => objectFields(type).find((each) => each.name.value === name);

export const baseName = (type: TypeNode): string =>
  type.kind === Kind.NAMED_TYPE ? type.name.value : baseName(type.type);
export const isList = (type: TypeNode): boolean =>
  type.kind === Kind.NON_NULL_TYPE ? isList(type.type) : type.kind === Kind.LIST_TYPE;
export const isRequired = (type: TypeNode): boolean => type.kind === Kind.NON_NULL_TYPE;

/** Whether a reader is told what it is. */
export const isSaid = (node: { readonly description?: { readonly value: string } | undefined }) =>
  (node.description?.value.trim() ?? '') !== '';

/** A reference that the gateway makes: field `name` of a type, from the ids in field `by`, to records of `target` known by `key`. */
export type Reference = {
  readonly name: string;
  readonly by: string;
  readonly target: string;
  readonly key: string;
};

/** The references of a type to owned or to shared types. */
export function referencesOf(
  contract: Contract,
  type: TypeDefinitionNode | undefined,
  kind: 'owned' | 'shared',
): readonly Reference[] {
  return objectFields(type).flatMap((field) => {
    const by = argumentsOf(field, 'ref')?.by;
    const target = baseName(field.type);
    if (by === undefined || contract.kindOf(target) !== kind) return [];
    return [{ name: field.name.value, by, target, key: contract.keyOf(target) }];
  });
}

/** The types of one kind, in the order of the contract. */
export const typesOf = (contract: Contract, kind: TypeKind): readonly TypeDefinitionNode[] =>
  [...contract.types.values()].filter((each) => kindOfType(each) === kind);
