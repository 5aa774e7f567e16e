import { readFileSync } from 'node:fs';
import { type DefinitionNode, type DocumentNode, Kind, parse, print, visit } from 'graphql';
import {
  CONTRACT_VERSION,
  type Contract,
  isOlder,
  readContract,
  sdlFile,
} from '../../schema/index.ts';

/** The contract as it is, and four versions after it that live in these tests alone. */
export const VERSIONS = [
  CONTRACT_VERSION,
  '1.0-skew.1',
  '1.0-skew.2',
  '1.0-skew.3',
  '1.0-skew.4',
] as const;
export type Version = (typeof VERSIONS)[number];

const ADDITIONS = readFileSync(new URL('additions.graphql', import.meta.url), 'utf8');

/** The contract with what had come by that version, as its members and gateways have it. */
export function contractAt(version: string): Contract {
  const { definitions } = parse(sdlFile('contract.graphql'));
  const additions = upTo(version, parse(ADDITIONS)).definitions;
  const joined = definitions.map((each) =>
    additions.filter((one) => extendsIt(one, each)).reduce(joinedTo, each),
  );
  const own = additions.filter((each) => !each.kind.endsWith('Extension'));
  return readContract(print({ kind: Kind.DOCUMENT, definitions: [...joined, ...own] }), version);
}

/** Without what came later. */
const upTo = (version: string, document: DocumentNode): DocumentNode =>
  visit(document, {
    enter: (node) =>
      'directives' in node && isLater(version, node.directives ?? []) ? null : undefined,
  });

type Directives = readonly {
  readonly name: { readonly value: string };
  readonly arguments?: readonly { readonly value: object }[] | undefined;
}[];
const isLater = (version: string, directives: Directives): boolean =>
  directives.some((each) => {
    const value = each.arguments?.[0]?.value;
    if (each.name.value !== 'since' || !value || !('value' in value)) return false;
    return isOlder(version, String(value.value));
  });

const extendsIt = (addition: DefinitionNode, definition: DefinitionNode): boolean =>
  addition.kind.endsWith('Extension') &&
  'name' in addition &&
  'name' in definition &&
  addition.name?.value === definition.name?.value &&
  definition.kind !== Kind.DIRECTIVE_DEFINITION;

/** A definition with the fields or words of its extension behind its own. */
function joinedTo(definition: DefinitionNode, addition: DefinitionNode): DefinitionNode {
  if (definition.kind === Kind.ENUM_TYPE_DEFINITION && addition.kind === Kind.ENUM_TYPE_EXTENSION)
    return { ...definition, values: [...(definition.values ?? []), ...(addition.values ?? [])] };
  if (
    definition.kind === Kind.OBJECT_TYPE_DEFINITION &&
    addition.kind === Kind.OBJECT_TYPE_EXTENSION
  )
    return { ...definition, fields: [...(definition.fields ?? []), ...(addition.fields ?? [])] };
  if (
    definition.kind === Kind.INPUT_OBJECT_TYPE_DEFINITION &&
    addition.kind === Kind.INPUT_OBJECT_TYPE_EXTENSION
  )
    return { ...definition, fields: [...(definition.fields ?? []), ...(addition.fields ?? [])] };
  throw new Error(`Expected an extension of ${definition.kind}, got ${addition.kind}.`);
}
