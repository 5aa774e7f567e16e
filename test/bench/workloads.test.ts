import { buildSubgraphSchema } from '@apollo/subgraph';
import { expect, test } from '@jest/globals';
import { answerOf } from '../../bench/programs/canned-answers.ts';
import {
  chainOf,
  composed,
  expectedOf,
  federated,
  workloadNamed,
} from '../../bench/workloads/index.ts';

const expectedText = async (name: string) => {
  const workload = workloadNamed(name);
  return JSON.stringify({ data: await expectedOf(workload, composed(workload)) });
};
const askedOf = async (workload: string, subgraph: string, query: string, variables = {}) => {
  const part = workloadNamed(workload).parts[subgraph];
  if (!part) throw new Error(`Expected a subgraph ${subgraph}, got none.`);
  const schema = buildSubgraphSchema({ typeDefs: federated(part), resolvers: part.resolvers });
  return JSON.parse((await answerOf(schema, JSON.stringify({ query, variables }))).toString());
};

test('the shop of four subgraphs is answered with 88 kB', async () => {
  const answer = await expectedText('shop');
  expect(answer.length).toBe(87_944);
  expect(
    JSON.parse(answer).data.topProducts.map(({ reviews }: { reviews: [] }) => reviews.length),
  ).toEqual([4, 4, 1, 2, 0]);
});

test('the large list is answered with 3 MB', async () => {
  const answer = await expectedText('large');
  expect(Math.round(answer.length / 1e5)).toBe(30);
  expect(JSON.parse(answer).data.deposits).toHaveLength(10_000);
});

test('the inventory reckons with what it was sent, and not with what it knows', async () => {
  const query = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Product { inStock shippingEstimate } } }`;
  const of = [
    { __typename: 'Product', upc: '1', price: 10, weight: 400 },
    { __typename: 'Product', upc: '3', price: 2_000, weight: 400 },
  ];
  expect(await askedOf('shop', 'inventory', query, { of })).toEqual({
    data: {
      _entities: [
        { inStock: true, shippingEstimate: 200 },
        { inStock: false, shippingEstimate: 0 },
      ],
    },
  });
});

test('each link of the chain stands in another subgraph than the one before', async () => {
  const workload = { ...workloadNamed('chain'), query: chainOf(3) };
  expect(await expectedOf(workload, composed(workload))).toEqual({
    chain: {
      id: '1',
      label: 'Made-up link 1',
      next: {
        id: '2',
        label: 'Made-up link 2',
        next: { id: '3', label: 'Made-up link 3' },
      },
    },
  });
  const foreign = { errors: [{ message: 'Cannot query field "label" on type "Even".' }] };
  expect(await askedOf('chain', 'odd', '{ chain { next { id label } } }')).toMatchObject(foreign);
});

test('of each shipment something else is told of buyer, seller and carrier', async () => {
  const { data } = JSON.parse(await expectedText('shipments'));
  expect([data.shipments.length, data.shipments[0]]).toEqual([
    20,
    {
      ...{ id: 'shipment-1', tons: 100 },
      buyer: { name: 'Made-up firm-1', city: 'City of firm-1' },
      seller: { name: 'Made-up firm-6', phone: '+260 firm-6' },
      carrier: {
        name: 'Made-up firm-1',
        fleet: [1, 2].map((tons) => ({ name: `firm-1, ship ${tons}`, tons })),
      },
    },
  ]);
});

test('a workload that nobody knows is named, with those that there are', () => {
  expect(() => workloadNamed('toString')).toThrow(
    'Expected one of shop, large, chain, shipments, got "toString".',
  );
});
