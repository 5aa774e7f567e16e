import {
  type DefinitionNode,
  type FieldDefinitionNode,
  Kind,
  type ObjectTypeDefinitionNode,
  parse,
  print,
} from 'graphql';
import { type Contract, joinSdl } from '../../schema/index.ts';
import { compose, logicalSubgraphs } from './compose.ts';
import type { Supergraph } from './generated.ts';

/** What one member publishes beyond the contract. */
export type MemberExtension = { readonly member: string; readonly sdl: string };

export type Extended =
  | { readonly kind: 'composed'; readonly supergraph: Supergraph }
  | { readonly kind: 'refused'; readonly findings: readonly string[] };

/** The supergraph with these extensions. The contract's faces are the same whatever members publish. */
export function extendedBy(extensions: readonly MemberExtension[], contract: Contract): Extended {
  const subgraphs = logicalSubgraphs(contract, joined(extensions));
  const composed = compose(subgraphs);
  if (composed.kind === 'refused') return composed;
  const extended = extensions.map(({ member }) => member).sort();
  return {
    kind: 'composed',
    supergraph: { supergraph: composed.supergraph, faces: subgraphs, extended },
  };
}

/** The same with the latest kept, for most publications change no extension: the delivered one to begin with. */
export function openExtending(delivered: Supergraph, contract: Contract) {
  let latest: Kept = { text: textOf(extensionsIn(delivered)), supergraph: delivered };
  return (extensions: readonly MemberExtension[]): Extended => {
    const text = textOf(extensions);
    if (text === latest.text) return { kind: 'composed', supergraph: latest.supergraph };
    const extended = extendedBy(extensions, contract);
    if (extended.kind === 'composed') latest = { text, supergraph: extended.supergraph };
    return extended;
  };
}

type Kept = { readonly text: string; readonly supergraph: Supergraph };
const textOf = (extensions: readonly MemberExtension[]): string =>
  JSON.stringify(extensions.map(({ member, sdl }) => [member, sdl]).sort());

/** What members import is the same for all, for the rules of extensions let through nothing else. */
const LINK =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key"])';

/** All in one, in the order of codes, so that the same extensions make the same supergraph; nothing where there are none. */
const joined = (extensions: readonly MemberExtension[]): string =>
  extensions.length === 0
    ? ''
    : joinSdl(
        LINK,
        extensions
          .toSorted((a, b) => (a.member < b.member ? -1 : 1))
          .map(({ sdl }) => sdl)
          .join('\n\n'),
      );

/** What each member publishes in a supergraph that was composed before. */
export function extensionsIn({ faces, extended }: Supergraph): readonly MemberExtension[] {
  const { definitions } = parse(faces.extensions ?? 'scalar None');
  return extended.map((member) => ({
    member,
    sdl: definitions.flatMap((each) => ownPart(each, member)).join('\n\n'),
  }));
}

/** Its own types, and its own fields on the others beside their key; values of the contract are put in again where they are needed. */
function ownPart(node: DefinitionNode, member: string): readonly string[] {
  if ('name' in node && isOwnType(node.name?.value ?? '', member)) return [print(node)];
  if (node.kind !== Kind.OBJECT_TYPE_DEFINITION) return [];
  const own = (node.fields ?? []).filter((each) => isOwnField(each, member));
  return own.length > 0 || isKeyed(node)
    ? [print({ ...node, fields: [...keyOf(node), ...own] })]
    : [];
}

const isOwnType = (name: string, member: string): boolean =>
  new RegExp(`^${member[0]}${member.slice(1).toLowerCase()}[A-Z]`).test(name);
const isOwnField = ({ name }: FieldDefinitionNode, member: string): boolean =>
  name.value.startsWith(`${member.toLowerCase()}_`);
const isKeyed = ({ directives = [] }: ObjectTypeDefinitionNode): boolean =>
  directives.some(({ name }) => name.value === 'key');
const keyOf = (node: ObjectTypeDefinitionNode): readonly FieldDefinitionNode[] =>
  isKeyed(node) ? (node.fields ?? []).filter(({ name }) => !name.value.includes('_')) : [];
