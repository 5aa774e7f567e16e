import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openWorld, type World } from '../world.ts';
import { type Client, openClient } from './client.ts';
import { cases } from './config.ts';
import { differenceFrom } from './difference.ts';
import { type Oracle, openOracle } from './one-database/oracle.ts';
import { generateWorld } from './rows/generate-world.ts';

let client: Client;
let world: World;
let oracle: Oracle;
beforeAll(async () => {
  client = await openClient();
  world = await openWorld(generateWorld('own lists', { states: 3, most: 24, withBody: false }));
  client.visit(world);
  oracle = openOracle(client.schema, { members: world.generated.members });
});
afterAll(async () => {
  await client.close();
  await world.close();
});

/** The lists that a record has of its own member's records. */
const LISTS = [
  { kind: 'org', field: 'organisation', list: 'sites', shown: 'id name { value }' },
  { kind: 'deposit', field: 'deposit', list: 'sites', shown: 'id status' },
  { kind: 'deposit', field: 'deposit', list: 'estimates', shown: 'id effectiveDate edition' },
  { kind: 'site', field: 'site', list: 'production', shown: 'id year edition stage' },
];

test.each(LISTS)(
  'the $list of every $field come newest first and page by the last id',
  async (own) => {
    const parents = parentsOf(own.kind).slice(0, cases(12, 60));
    const query = `query Own($id: ID!, $first: Int, $after: ID) {
    record(id: $id) { ${own.field} { list: ${own.list}(first: $first, after: $after) { nodes { ${own.shown} } hasMore total { count precision } } } }
  }`;
    for (const [place, id] of parents.entries())
      await expectPages(query, own.field, { id, first: 1 + (place % 3) });
  },
);

const parentsOf = (kind: string): readonly string[] =>
  world.generated.members.flatMap(({ writes }) =>
    writes.flatMap((write) =>
      'put' in write && write.put.revision === 1 && write.put.id.includes(`:${kind}:`)
        ? [write.put.id]
        : [],
    ),
  );

type Page = { readonly nodes: readonly { readonly id: string }[]; readonly hasMore: boolean };
type Scroll = { readonly id: string; readonly first: number };
async function expectPages(query: string, field: string, scroll: Scroll): Promise<void> {
  let after: string | null = null;
  do {
    const question = { query, variables: { ...scroll, after } };
    expect({ ...question, says: await differenceFrom(oracle, client, question) }).toEqual(question);
    const page = pageIn((await client.ask(question)).data, field);
    after = page?.hasMore ? (page.nodes.at(-1)?.id ?? null) : null;
  } while (after !== null);
}

const pageIn = (data: unknown, field: string): Page | undefined =>
  (data as { readonly record: Readonly<Record<string, { readonly list: Page }>> | null } | null)
    ?.record?.[field]?.list;
