import {
  type ConstDirectiveNode,
  type DocumentNode,
  type EnumValueDefinitionNode,
  Kind,
  parse,
} from 'graphql';
import type { Subgraph } from '../engine/index.ts';

export type SupergraphReading =
  | { readonly kind: 'read'; readonly subgraphs: readonly Subgraph[] }
  | { readonly kind: 'refused'; readonly says: string };

/** The subgraphs that a supergraph names, with their addresses, or one sentence on why it cannot be served. */
export function readSupergraph(file: string, sdl: string): SupergraphReading {
  const document = parsed(sdl);
  if (document instanceof Error) return refused(`${file} is no SDL: ${document.message}`);
  const subgraphs = graphsIn(document).map(subgraphOf);
  if (subgraphs.length === 0)
    return refused(`${file} is no supergraph: it names no subgraph (enum join__Graph).`);
  const protections = PROTECTIONS.filter((name) => needs(document, name));
  if (protections.length > 0) return refused(saysUnprotected(file, protections));
  const stray = subgraphs.find(({ url }) => !isAddress(url));
  if (!stray) return { kind: 'read', subgraphs };
  return refused(
    `${file} gives the subgraph ${stray.name} no http or https address (url of @join__graph), got "${shown(stray.url)}".`,
  );
}

/** Who may see a field is said by these; a gateway that does not ask would show it to everybody. */
const PROTECTIONS = ['authenticated', 'requiresScopes', 'policy'] as const;

const saysUnprotected = (file: string, protections: readonly string[]): string =>
  `${file} protects fields by ${protections.map((name) => `@${name}`).join(' and ')}, which this gateway cannot: it would show them to everybody, so it serves none. Let the subgraphs protect them, which are sent the headers of --header, and compose without.`;

/** Whether the supergraph links the specification of this name, whatever name it has here. */
const needs = (document: DocumentNode, feature: string): boolean =>
  document.definitions.some(
    (each) =>
      (each.kind === Kind.SCHEMA_DEFINITION || each.kind === Kind.SCHEMA_EXTENSION) &&
      (each.directives ?? []).some((link) =>
        (textOf(link, 'url') ?? '').startsWith(`https://specs.apollo.dev/${feature}/`),
      ),
  );

/** A password in an address is never shown. */
const shown = (url: string): string => url.replace(/\/\/[^/]*@/, '//***@');

const refused = (says: string): SupergraphReading => ({ kind: 'refused', says });

function parsed(sdl: string): DocumentNode | Error {
  try {
    return parse(sdl, { noLocation: true });
  } catch (fault) {
    return fault instanceof Error ? fault : new Error(String(fault));
  }
}

const graphsIn = ({ definitions }: DocumentNode): readonly EnumValueDefinitionNode[] =>
  definitions.flatMap((each) =>
    each.kind === Kind.ENUM_TYPE_DEFINITION && each.name.value === 'join__Graph'
      ? (each.values ?? [])
      : [],
  );

function subgraphOf({ name, directives = [] }: EnumValueDefinitionNode): Subgraph {
  const graph = directives.find((each) => each.name.value === 'join__graph');
  return { name: textOf(graph, 'name') ?? name.value, url: textOf(graph, 'url') ?? '' };
}

function textOf(directive: ConstDirectiveNode | undefined, name: string): string | undefined {
  const value = directive?.arguments?.find((each) => each.name.value === name)?.value;
  return value?.kind === Kind.STRING ? value.value : undefined;
}

function isAddress(url: string): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, username, password } = new URL(url);
  return /^https?:$/.test(protocol) && username === '' && password === '';
}
