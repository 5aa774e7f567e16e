import '../../../../gateway/no-telemetry.ts';
import { expect, test } from '@jest/globals';
import { parse } from 'graphql';
import { placedFetchesIn } from '../../../../gateway/engine/compile/fetches-in.ts';
import { openPlanner } from '../../../../gateway/engine/compile/planner.ts';
import { compose } from '../../../../gateway/supergraph/index.ts';

const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key", "@requires", "@external"])`;
const SUBGRAPHS = {
  mines: `${LINK} type Query { mine: Mine } type Mine @key(fields: "id") { id: ID! tonnes: Int }`,
  grades: `${LINK} type Query { mines: [Mine] }
    type Mine @key(fields: "id") { id: ID! tonnes: Int @external grade: Int @requires(fields: "tonnes") own: Int }`,
  prices: `${LINK} type Mine @key(fields: "id") { id: ID! grade: Int @external price: Int @requires(fields: "grade") }`,
};

/** Each fetch of the plan in its order: of whom, where, told what, and what is asked. */
function fetchesOf(query: string): readonly string[] {
  const composed = compose(SUBGRAPHS);
  if (composed.kind === 'refused') throw new Error(composed.findings.join());
  const plan = openPlanner(composed.supergraph, {}).plan(parse(query), undefined);
  return placedFetchesIn(plan).map(({ fetch, path }) => {
    const told = JSON.stringify(fetch.requires ?? []).match(/(?<="name":")\w+/g) ?? [];
    const asked = fetch.operation.replace(/^query\(\$representations.*?\.\.\.on Mine/, '');
    return `${fetch.serviceName} ${path.join('.')} [${told.toSorted()}] ${asked}`;
  });
}

test('a field that requires something is asked for behind that, and before who needs it, though the way leads to its subgraph twice', () => {
  expect(fetchesOf('{ mines { price own } }')).toEqual([
    'grades  [] {mines{__typename id __typename id own}}',
    'mines mines.@ [__typename,id] {tonnes}}}',
    'grades mines.@ [__typename,id,tonnes] {grade}}}',
    'prices mines.@ [__typename,grade,id] {price}}}',
  ]);
});

test('what has all that it requires stays where it was', () => {
  expect(fetchesOf('{ mine { grade } }')).toEqual([
    'mines  [] {mine{__typename id tonnes}}',
    'grades mine [__typename,id,tonnes] {grade}}}',
  ]);
  expect(fetchesOf('{ mines { grade own } }')).toEqual([
    'grades  [] {mines{__typename id own}}',
    'mines mines.@ [__typename,id] {tonnes}}}',
    'grades mines.@ [__typename,id,tonnes] {grade}}}',
  ]);
});
