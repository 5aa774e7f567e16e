import { buildSubgraphSchema } from '@apollo/subgraph';
import { expect, test } from '@jest/globals';
import { graphql, parse } from 'graphql';
import { dataOf, openZelligeEngine } from '../../../gateway/engine/index.ts';
import type { FaceAnswer, Source } from '../../../gateway/members/index.ts';
import { compose } from '../../../gateway/supergraph/index.ts';

const LINK =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key", "@requires", "@external"])';
const SUBGRAPHS = {
  ores: `${LINK} type Query { ores: [Ore] } type Ore @key(fields: "id") { id: ID! name: String }`,
  prices: `${LINK} type Ore @key(fields: "id") { id: ID! mass(unit: String = "t"): Int price(currency: String!): Int market: Market }
    type Market { average(currency: String): Int }`,
  taxes: `${LINK} type Ore @key(fields: "id") {
      id: ID! mass(unit: String = "t"): Int @external price(currency: String!): Int @external market: Market @external
      taxInMad: Int @requires(fields: "price(currency: \\"MAD\\")")
      taxInZmw: Int @requires(fields: "price(currency: \\"ZMW\\") mass")
      fee: Int @requires(fields: "market { average(currency: \\"MAD\\") }")
      feeAbroad: Int @requires(fields: "market { average(currency: \\"ZMW\\") }")
    }
    type Market { average(currency: String): Int @external }`,
};

type Ore = { readonly id: string } & Readonly<Record<string, unknown>>;
const RATES: Readonly<Record<string, number>> = { MAD: 10, ZMW: 25, EUR: 1 };
const at = ({ currency }: { readonly currency: string }) => RATES[currency] ?? 0;
const RESOLVERS = {
  ores: {
    Query: { ores: () => [{ id: '1' }, { id: '2' }] },
    Ore: { name: ({ id }: Ore) => `Ore ${id}` },
  },
  prices: {
    Ore: {
      mass: ({ id }: Ore, { unit }: { readonly unit: string }) =>
        Number(id) * (unit === 'kg' ? 1000 : 1),
      price: ({ id }: Ore, asked: { readonly currency: string }) =>
        id === '2' && asked.currency === 'ZMW' ? null : Number(id) * 100 * at(asked),
      market: ({ id }: Ore) => ({
        average: (asked: { readonly currency: string }) => Number(id) * at(asked),
      }),
    },
  },
  taxes: {
    Ore: {
      taxInMad: ({ price }: Ore) => Number(price) + 1,
      taxInZmw: ({ price, mass }: Ore) => (price === null ? null : Number(price) + Number(mass)),
      fee: ({ market }: Ore) => (market as { readonly average: number }).average,
      feeAbroad: ({ market }: Ore) => (market as { readonly average: number }).average,
    },
  },
};

const sourceOf = (name: keyof typeof SUBGRAPHS): Source => {
  const typeDefs = parse(SUBGRAPHS[name]);
  const schema = buildSubgraphSchema([{ typeDefs, resolvers: RESOLVERS[name] }]);
  return async ({ query, variables }) =>
    JSON.parse(
      JSON.stringify(await graphql({ schema, source: query, variableValues: variables })),
    ) as FaceAnswer;
};

async function answerTo(query: string, variables: Readonly<Record<string, unknown>> = {}) {
  const composed = compose(SUBGRAPHS);
  if (composed.kind === 'refused') throw new Error(composed.findings.join());
  const { executor } = await openZelligeEngine(composed.supergraph, {
    ores: sourceOf('ores'),
    prices: sourceOf('prices'),
    taxes: sourceOf('taxes'),
  });
  const context = { calling: { viewer: 'public', signal: AbortSignal.timeout(10_000) } };
  const asked: unknown = {
    ...{ document: parse(query), queryHash: query, source: query },
    ...{ request: { query, variables }, context },
  };
  const answer = await executor(asked as Parameters<typeof executor>[0]);
  return { data: dataOf(answer), errors: answer.errors };
}

test.each([
  [
    'a client asks for it with others',
    '{ ores { price(currency: "EUR") taxInMad } }',
    {
      ores: [
        { price: 100, taxInMad: 1001 },
        { price: 200, taxInMad: 2001 },
      ],
    },
  ],
  [
    'a client asks for it with others where it has a default',
    '{ ores { mass(unit: "kg") taxInZmw } }',
    {
      ores: [
        { mass: 1000, taxInZmw: 2501 },
        { mass: 2000, taxInZmw: null },
      ],
    },
  ],
  [
    'two fields require it with different ones',
    '{ ores { name taxInMad taxInZmw id } }',
    {
      ores: [
        { name: 'Ore 1', taxInMad: 1001, taxInZmw: 2501, id: '1' },
        { name: 'Ore 2', taxInMad: 2001, taxInZmw: null, id: '2' },
      ],
    },
  ],
  [
    'two fields require it within an object',
    '{ ores { fee market { average(currency: "EUR") } feeAbroad } }',
    {
      ores: [
        { fee: 10, market: { average: 1 }, feeAbroad: 25 },
        { fee: 20, market: { average: 2 }, feeAbroad: 50 },
      ],
    },
  ],
  [
    'fragments, aliases and conditions are in the way',
    'query ($not: Boolean = false) { ores { ...A ...B @include(if: true) fee @include(if: $not) } } fragment A on Ore { price: taxInZmw ...C } fragment B on Ore { taxInMad } fragment C on Ore { taxInMad }',
    {
      ores: [
        { price: 2501, taxInMad: 1001 },
        { price: null, taxInMad: 2001 },
      ],
    },
  ],
])('what a field requires with arguments comes with these, though %s', async (_, query, data) => {
  expect(await answerTo(query)).toEqual({ data, errors: undefined });
});
