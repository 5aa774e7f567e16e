import { buildSubgraphSchema } from '@apollo/subgraph';
import { type GraphQLSchema, graphql, parse } from 'graphql';
import { z } from 'zod';
import { CONTRACT_VERSION, deriveMember, readContract } from '../../schema/index.ts';
import { type CannedSite, cannedSites, pageOf, type SitesAsk } from './canned-sites.ts';

/** The bytes that a member answers to the body of a request. */
export type Canned = (body: string) => Promise<Buffer>;

const REQUEST = z.object({
  query: z.string(),
  variables: z.record(z.string(), z.unknown()).nullish(),
  operationName: z.string().nullish(),
});
const KEPT_MAX = 1_000;

export const memberSchema = (): GraphQLSchema =>
  buildSubgraphSchema(parse(deriveMember(readContract())));

/**
 * A member of made-up sites. A question is executed through the schema that members serve when it is asked for the first time, and
 * answered from the kept bytes ever after. `onNew` is told each body that is asked for the first time.
 */
export function cannedMember(
  schema: GraphQLSchema,
  member: { readonly code: string; readonly rows: number },
  onNew: (body: string) => void,
): Canned {
  const root = rootOf(member.code, cannedSites(member.code, member.rows));
  const kept = new Map<string, Buffer>();
  return async (body) => {
    const known = kept.get(body);
    if (known) return known;
    if (kept.size >= KEPT_MAX)
      throw new Error(`Expected at most ${KEPT_MAX} different requests, got one more: ${body}`);
    const made = await answer(schema, root, body);
    kept.set(body, made);
    onNew(body);
    return made;
  };
}

async function answer(schema: GraphQLSchema, rootValue: unknown, body: string): Promise<Buffer> {
  const { query, variables, operationName } = REQUEST.parse(JSON.parse(body));
  const result = await graphql({
    schema,
    source: query,
    rootValue,
    variableValues: variables ?? null,
    operationName: operationName ?? null,
  });
  return Buffer.from(JSON.stringify(result));
}

const rootOf = (code: string, sites: readonly CannedSite[]) => ({
  sites: (ask: SitesAsk) => pageOf(sites, ask),
  members: () => ({ list: [selfOf(code, sites.length)] }),
});

const selfOf = (code: string, count: number) => ({
  code,
  operator: { value: `Canned member ${code}`, en: `Canned member ${code}` },
  contractVersion: CONTRACT_VERSION,
  modules: ['MINERALS', 'POLICIES', 'EVENTS'],
  licence: 'CC0-1.0',
  asOf: '2026-01-01T00:00:00Z',
  counts: [{ type: 'Site', count }],
});
