import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { parse, print, separateOperations } from 'graphql';
import { openWorld, type World } from '../world.ts';
import { type Client, openClient } from './client.ts';
import { differenceFrom } from './difference.ts';
import { type Oracle, openOracle } from './one-database/oracle.ts';
import { worldOf } from './rows/generate-world.ts';

const ALL = ['MINERALS', 'POLICIES', 'EVENTS'] as const;
/** A body that keeps policies and events, three states with all modules, one without events. */
const MEMBERS = [
  { code: 'AMSG', modules: ['POLICIES', 'EVENTS'] as const },
  { code: 'CD', modules: ALL },
  { code: 'MA', modules: ALL },
  { code: 'ZA', modules: ALL },
  { code: 'ZM', modules: ['MINERALS', 'POLICIES'] as const },
];

const QUESTIONS = Object.entries(
  separateOperations(parse(readFileSync('test/oracle/tricky.graphql', 'utf8'))),
).map(([name, document]) => ({ name, query: print(document) }));

let client: Client;
let world: World;
let oracle: Oracle;
beforeAll(async () => {
  client = await openClient();
  world = await openWorld(worldOf('tricky', MEMBERS, 14));
  client.visit(world);
  oracle = openOracle(client.schema, { members: world.generated.members });
});
afterAll(async () => {
  await client.close();
  await world.close();
});

test.each(QUESTIONS)('$name is answered as one database would answer it', async ({ query }) => {
  expect(await differenceFrom(oracle, client, { query })).toBeUndefined();
  expect(client.broken).toEqual([]);
});

test('a page behind a cursor is answered as one database would answer it', async () => {
  const query = QUESTIONS.find(({ name }) => name === 'PageTwo')?.query ?? '';
  const { data } = await client.ask({ query });
  const { edges, pageInfo } = (data as FirstPage).sites;
  const after = { cursor: pageInfo.endCursor, id: edges.at(-1)?.node.id };
  expect(edges).toHaveLength(4);
  expect(await differenceFrom(oracle, client, { query, variables: { after } })).toBeUndefined();
});
type FirstPage = {
  readonly sites: {
    readonly edges: readonly { readonly node: { readonly id: string } }[];
    readonly pageInfo: { readonly endCursor: string };
  };
};
