import {
  type DefinitionNode,
  type FieldDefinitionNode,
  Kind,
  type ObjectTypeDefinitionNode,
  parse,
  print,
} from 'graphql';
import { type Contract, joinSdl } from '../../schema/index.ts';
import {
  type Composed,
  compose,
  extensionSubgraph,
  logicalSubgraphs,
  type Subgraphs,
} from './compose.ts';
import type { Supergraph } from './generated.ts';

/** What one member publishes beyond the contract. */
export type MemberExtension = { readonly member: string; readonly sdl: string };

export type Extended =
  | {
      readonly kind: 'composed';
      readonly supergraph: Supergraph;
      /** What a client sees of it, as SDL. */
      readonly api: () => Promise<string>;
    }
  | { readonly kind: 'refused'; readonly findings: readonly string[] };

/** Joins with the contract what all members publish beyond it. */
export type Extending = (extensions: readonly MemberExtension[]) => Promise<Extended>;
/** Composes in this thread, or elsewhere. */
export type Composing = (subgraphs: Subgraphs) => Composed | Promise<Composed>;

/**
 * The supergraph with these extensions, each composed once: whoever checks, builds and compares asks here, and the last few are kept, the
 * delivered one to begin with. The contract's faces are the same whatever members publish.
 */
export function openExtending(
  delivered: Supergraph,
  contract: Contract,
  composing: Composing = compose,
): Extending {
  let faces: Subgraphs | undefined;
  const extend = async (extensions: readonly MemberExtension[]): Promise<Extended> => {
    faces ??= logicalSubgraphs(contract, '');
    const subgraphs = { ...faces, ...extensionSubgraph(contract, joined(extensions)) };
    const composed = await composing(subgraphs);
    if (composed.kind === 'refused') return composed;
    const extended = extensions.map(({ member }) => member).sort();
    return {
      kind: 'composed',
      supergraph: { supergraph: composed.supergraph, faces: subgraphs, extended },
      api: () => Promise.resolve(composed.api),
    };
  };
  const before = extensionsIn(delivered);
  const first = {
    kind: 'composed',
    supergraph: delivered,
    api: () => apiOf(extend(before)),
  } as const;
  let kept: readonly Kept[] = [{ text: textOf(before), extended: Promise.resolve(first) }];
  return (extensions) => {
    const text = textOf(extensions);
    const known = kept.find((each) => each.text === text);
    const mine = known ?? { text, extended: extend(extensions) };
    const others = kept.filter((each) => each !== mine);
    kept = [mine, ...others].slice(0, KEPT_MOST);
    mine.extended.catch(() => {
      kept = kept.filter((each) => each !== mine); // whoever asks next has it tried again
    });
    return mine.extended;
  };
}

/** How it was, how it would be, and one more for who publishes beside. */
const KEPT_MOST = 3;
type Kept = { readonly text: string; readonly extended: Promise<Extended> };

async function apiOf(extending: Promise<Extended>): Promise<string> {
  const extended = await extending;
  if (extended.kind === 'composed') return await extended.api();
  throw new Error(`Expected what was delivered to compose. ${extended.findings.join(' ')}`);
}

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
