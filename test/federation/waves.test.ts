import { expect, test } from '@jest/globals';
import { ask, open } from './asking.ts';
import { written } from './case.ts';
import { FIRMS } from './cases/index.ts';

/** How often each subgraph is asked, and for how many lists of entities. */
async function counted(query: string, variables: object = {}, served = FIRMS) {
  const { engine, asked } = await open(served, 'zellige');
  const told = await ask(engine, query, variables);
  await engine.stop();
  const requests = asked.map(
    (each) => `${each.subgraph} ${each.query.match(/_entities\(/g)?.length ?? 0}`,
  );
  return { told, requests: requests.sort() };
}

test.each<readonly [query: string, requests: readonly string[]]>([
  ['{ shipments { id buyer { name } } }', ['firms 1', 'trade 0']],
  ['{ shipments { buyer { name } seller { name } } }', ['firms 1', 'trade 0']],
  [
    '{ shipments { buyer { name } seller { city } carrier { name city } } }',
    ['firms 3', 'trade 0'],
  ],
  [
    '{ shipments { buyer { name rate } seller { city rate } carrier { rate country { rate } } } }',
    ['firms 3', 'taxes 1', 'taxes 1', 'trade 0'],
  ],
  ['mutation { found { rate country { rate } } }', ['firms 0', 'taxes 2']],
])('a wave to one subgraph is one request: %s', async (query, requests) => {
  expect((await counted(query)).requests).toEqual(requests);
});

test('where nothing stands at a place nobody is asked of it', async () => {
  const { trade, ...others } = FIRMS.subgraphs;
  const shipments = written('[{ id: "s", buyer: { id: "f1" } }]');
  const subgraphs = {
    ...others,
    trade: { sdl: trade?.sdl ?? '', gives: { Query: { shipments } } },
  };
  const query = '{ shipments { buyer { name } seller { city } carrier { name city } } }';
  const { told, requests } = await counted(query, {}, { ...FIRMS, subgraphs });
  expect(told.data).toEqual(
    written('{ shipments: [{ buyer: { name: "Ada" }, seller: null, carrier: null }] }'),
  );
  expect(requests).toEqual(['firms 1', 'trade 0']);
});

test('names that clients take from us or from each other come back as they were', async () => {
  const { told } = await counted(
    `query ($representations: String, $zlg_0: Boolean, $both: Boolean = true) { a: shipments {
      b: buyer { city: name zlg_1: id says(text: $representations, twice: $both) }
      seller { id: city name: id zz_id: says(text: $representations, twice: $zlg_0) }
    } }`,
    { representations: 'x', zlg_0: false },
  );
  expect([JSON.stringify(told.data), told.errors]).toEqual([
    JSON.stringify(
      written(`{ a: [
        { b: { city: "Ada", zlg_1: "f1", says: "f1 x x" }, seller: { id: "Lusaka", name: "f2", zz_id: "f2 x" } }
        { b: { city: "Bea", zlg_1: "f2", says: "f2 x x" }, seller: null }
      ] }`),
    ),
    [],
  ]);
});

test('a list of entities that fails takes nothing from those that were asked for with it', async () => {
  const { firms, ...others } = FIRMS.subgraphs;
  const ref = ({ id }: { readonly id?: string }) => {
    if (id === 'f9') throw new Error('No.');
    return { id, name: `name of ${id}`, city: `city of ${id}` };
  };
  const failing = { sdl: firms?.sdl ?? '', gives: { Firm: { ref } } };
  const query = '{ shipments { buyer { name } seller { city } carrier { name city } } }';
  const { told, requests } = await counted(
    query,
    {},
    { ...FIRMS, subgraphs: { ...others, firms: failing } },
  );
  expect([told.data, told.messages]).toEqual([
    written(`{ shipments: [
      { buyer: { name: "name of f1" }, seller: { city: "city of f2" }, carrier: { name: null, city: null } }
      { buyer: { name: "name of f2" }, seller: null, carrier: { name: null, city: null } }
    ] }`),
    ['No.'],
  ]);
  expect(requests).toEqual(['firms 1', 'firms 1', 'firms 1', 'firms 3', 'trade 0']);
});
