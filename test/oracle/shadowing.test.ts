import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { openAccount } from '../../gateway/members/index.ts';
import { openWorld, type World } from '../world.ts';
import { type Client, openClient } from './client.ts';
import { cases } from './config.ts';
import { differenceFrom } from './difference.ts';
import { type Oracle, openOracle } from './one-database/oracle.ts';
import { poolsOf } from './pools.ts';
import { randomQuestion } from './questions/random-question.ts';
import { generateWorld } from './rows/generate-world.ts';

let ours: Client;
let stock: Client;
let world: World;
let oracle: Oracle;
let pools: ReturnType<typeof poolsOf>;
beforeAll(async () => {
  ours = await openClient(undefined, 'zellige');
  stock = await openClient(undefined, 'apollo');
  world = await openWorld(generateWorld('shadowing', { states: 4, most: 9, withBody: true }));
  for (const each of [ours, stock]) each.visit(world);
  oracle = openOracle(ours.schema, { members: world.generated.members });
  pools = poolsOf(world.generated);
});
afterAll(async () => {
  for (const each of [ours, stock]) await each.close();
  await world.close();
});

/** Each has a name that planner, gateway or JavaScript would take for something else; the stock engine refuses it with this code. */
const SHADOWING: readonly (readonly [string, string, string])[] = [
  [
    'the name of the key',
    'ALIAS_SHADOWS_FIELD',
    '{ sites(first: 5) { edges { node { id: nationalId name { en } inspections { date } } } } }',
  ],
  [
    'the name of a reference id',
    'ALIAS_SHADOWS_FIELD',
    '{ events(first: 5) { edges { node { organizerIds: outcomeIds organizers { id name { en } } } } } }',
  ],
  [
    'the name of another list at the root',
    'ALIAS_SHADOWS_FIELD',
    '{ deposits: sites(first: 3) { edges { node { id } } } sites: deposits(first: 3) { edges { node { id } } } }',
  ],
  [
    'names of fields that change places',
    'ALIAS_SHADOWS_FIELD',
    '{ sites(first: 5) { pageInfo: edges { node { name: operator { name { en } } operator: name { en } } } edges: pageInfo { hasNextPage } } }',
  ],
  [
    'the name of a field, taken in a fragment',
    'ALIAS_SHADOWS_FIELD',
    '{ sites(first: 5) { edges { node { ...H home } } } } fragment H on Site { adm1: home ... on Site { adm1: home id } }',
  ],
  [
    'the name of the type',
    'ALIAS_RESERVED',
    '{ sites(first: 5) { edges { node { __typename: id operator { __typename: id } } } } }',
  ],
  [
    'a prefix of the gateway',
    'ALIAS_RESERVED',
    '{ zlg_sites: sites(first: 5) { edges { zlg_node: node { zlg_id: id } } } }',
  ],
  [
    'a name of JavaScript',
    'ALIAS_RESERVED',
    '{ __proto__: sites(first: 5) { edges { __proto__: node { __proto__: id } } } }',
  ],
];

test.each(SHADOWING)(
  'a question that uses %s is answered as one database would, and refused by the stock engine with %s',
  async (_, code, query) => {
    expect(await differenceFrom(oracle, ours, { query })).toBeUndefined();
    const { data, errors } = await stock.ask({ query });
    expect([data, errors?.[0]?.extensions?.code]).toEqual([undefined, code]);
  },
);

test('what became of each hop is told at the place that the client knows', async () => {
  const account = openAccount();
  const query = '{ deposits: sites(first: 2) { edges { node { home: id adm1 } } } }';
  const calling = { viewer: 'public', signal: AbortSignal.timeout(60_000), account } as const;
  await ours.ask({ query }, calling);
  expect(account.hops().map(({ path }) => path)).toEqual([[], ['deposits', 'edges', '@', 'node']]);
});

test('a variable with a name of the gateway is one like any other, and refused by the stock engine', async () => {
  const question = {
    query:
      'query ($representations: Int!, $zlg_if: Boolean = true, $zz_first: Int!) { sites(first: $representations) { edges { node { id operator { name { en } } } } pageInfo @skip(if: $zlg_if) { hasNextPage } } events(first: $zz_first) { edges { node { id } } } }',
    variables: { representations: 4, zz_first: 2 },
  };
  expect(await differenceFrom(oracle, ours, question)).toBeUndefined();
  const { errors } = await stock.ask(question);
  expect(errors?.map(({ extensions }) => extensions?.code)).toEqual([
    'VARIABLE_RESERVED',
    'VARIABLE_RESERVED',
  ]);
});

test('a wrong value of such a variable is told under the name that the client gave it', async () => {
  const query =
    'query ($representations: Int!) { sites(first: $representations) { total { count } } }';
  const { errors } = await ours.ask({ query, variables: { representations: 'four' } });
  expect(errors?.map(({ message }) => message)).toEqual([
    'Variable "$representations" got invalid value "four"; Int cannot represent non-integer value: "four"',
  ]);
});

test('random questions whose aliases are names of other fields are answered as one database would', async () => {
  const found: unknown[] = [];
  for (let place = 0; place < cases(80, 1_000); place += 1) {
    const manner = { pools, conditions: 0.06, shadowing: 0.8 };
    const question = randomQuestion(ours.schema, `shadowing ${place}`, manner);
    const difference = await differenceFrom(oracle, ours, question);
    if (difference) found.push({ ...question, difference });
  }
  expect(found).toEqual([]);
  expect(ours.broken).toEqual([]);
}, 600_000);
