import { buildSubgraphSchema } from '@apollo/subgraph';
import { execute, type GraphQLSchema, parse, validate } from 'graphql';
import type { Answer, MemberAddress, MemberRequest } from '../../gateway/members/index.ts';
import {
  comparePositions,
  deriveMember,
  isOlder,
  type MemberCode,
  type OrderBy,
  ownerOf,
  parsePosition,
  positionOf,
  writePosition,
} from '../../schema/index.ts';
import { contractAt, type Version } from './contract-at.ts';

/** A member that serves one version of the contract, with rows of its own; what it was asked that its schema does not have is kept. */
export type SkewedMember = {
  readonly address: MemberAddress;
  readonly version: Version;
  readonly answer: (request: MemberRequest) => Promise<Answer>;
  readonly strangeAsks: string[];
};

type Row = Readonly<Record<string, unknown>> & { readonly id: string };
export type Records = { readonly sites: readonly Row[]; readonly surveys: readonly Row[] };

const schemas = new Map<string, GraphQLSchema>();
/** Built once: what a member serves does not depend on the gateway before it. */
function schemaOf(serving: Serving): GraphQLSchema {
  const kind = `${serving.code} ${serving.version}`;
  const typeDefs = () => parse(deriveMember(contractAt(serving.version)));
  const known =
    schemas.get(kind) ??
    buildSubgraphSchema({ typeDefs: typeDefs(), resolvers: resolversOf(serving) });
  schemas.set(kind, known);
  return known;
}

export function skewedMember(code: MemberCode, version: Version, records: Records): SkewedMember {
  const schema = schemaOf({ code, version, records });
  const strangeAsks: string[] = [];
  return {
    address: { code, url: `memory:${code}` },
    version,
    strangeAsks,
    answer: (request) => answerOf(schema, request, strangeAsks),
  };
}

type Wire = { readonly data?: Extract<Answer, { kind: 'answered' }>['data'] | null };
/** As a server would: what is not valid is not answered. */
async function answerOf(
  schema: GraphQLSchema,
  { query, variables }: MemberRequest,
  strangeAsks: string[],
): Promise<Answer> {
  const document = parse(query);
  const [fault] = validate(schema, document);
  const result = fault
    ? { data: null, errors: [fault] }
    : await execute({ schema, document, variableValues: variables });
  const { data } = JSON.parse(JSON.stringify(result)) as Wire;
  const says = result.errors?.[0]?.message;
  if (says !== undefined) strangeAsks.push(says);
  if (!data || says !== undefined)
    return { kind: 'silent', reason: 'PROTOCOL_ERROR', says: says ?? 'no data' };
  return { kind: 'answered', data, errors: [] };
}

type Serving = {
  readonly code: MemberCode;
  readonly version: Version;
  readonly records: Records;
};

function resolversOf(serving: Serving) {
  const { sites, surveys } = serving.records;
  const all = [...sites, ...surveys];
  const found = ({ id }: { readonly id: string }) => all.find((each) => each.id === id) ?? null;
  const reference = { __resolveReference: found };
  const known = has(serving.version, '1.0-skew.4');
  return {
    Query: {
      members: () => ({ list: [describes(serving)] }),
      sites: (_: unknown, asked: ListArguments) => pageOf(chosen(sites, asked), asked),
      siteCounts: (_: unknown, asked: ListArguments) => ({ rows: countsOf(chosen(sites, asked)) }),
      record: (_: unknown, { id }: { readonly id: string }) => ({ id, ...recordOf(id, found) }),
      ...(known && {
        surveys: (_: unknown, asked: ListArguments) => pageOf(chosen(surveys, asked), asked),
      }),
    },
    LocalizedText: { value: ({ en }: { readonly en: string }) => en },
    Site: reference,
    ...(known && { Survey: reference }),
  };
}

const has = (version: string, since: string): boolean => !isOlder(version, since);

const describes = ({ code, version, records }: Serving) => ({
  code,
  operator: { en: `${code} register` },
  contractVersion: version,
  modules: ['MINERALS', ...(has(version, '1.0-skew.4') ? ['SURVEYS'] : [])],
  licence: 'CC-BY-4.0',
  database: null,
  asOf: '2026-01-01T00:00:00Z',
  contact: null,
  counts: [{ type: 'Site', count: records.sites.length }],
  letters: ['EN', 'FR'],
});

type ListArguments = {
  readonly filter?: {
    readonly owners?: readonly string[];
    readonly workersAtLeast?: number;
  } | null;
  readonly orderBy?: readonly OrderBy[] | null;
  readonly first?: number;
  readonly after?: string | null;
};

const chosen = (rows: readonly Row[], { filter }: ListArguments): readonly Row[] =>
  rows.filter(
    ({ id, workers }) =>
      (filter?.owners?.includes(String(ownerOf(id))) ?? true) &&
      (filter?.workersAtLeast == null || Number(workers) >= filter.workersAtLeast),
  );

function pageOf(rows: readonly Row[], { orderBy, first = 50, after }: ListArguments) {
  const order = orderBy ?? [];
  const compare = comparePositions(order);
  const start = after == null ? undefined : parsePosition(after, order);
  const placed = rows
    .map((node) => ({ node, position: positionOf(node, order) }))
    .filter(({ position }) => !start || compare(position, start) > 0)
    .toSorted((a, b) => compare(a.position, b.position));
  const edges = placed
    .slice(0, first)
    .map(({ node, position }) => ({ node, cursor: writePosition(position) }));
  return {
    edges,
    pageInfo: { hasNextPage: placed.length > edges.length },
    total: { count: rows.length, precision: 'EXACT' },
  };
}

const countsOf = (rows: readonly Row[]) =>
  rows.length > 0 ? [{ type: 'MINE', count: rows.length }] : [];

function recordOf(id: string, found: (asked: { readonly id: string }) => Row | null) {
  const field = id.includes(':survey:') ? 'survey' : 'site';
  return { [field]: found({ id }) };
}
