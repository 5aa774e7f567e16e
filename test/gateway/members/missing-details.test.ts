import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { buildSchema, parse } from 'graphql';
import { withMissingDetails } from '../../../gateway/members/index.ts';
import { readContract } from '../../../schema/index.ts';

const knowing = {
  schema: buildSchema(readFileSync('schema/generated/api.graphql', 'utf8'), { assumeValid: true }),
  contract: readContract(),
  silentSince: () => '2026-01-01T00:00:00Z',
};
const finish = (query: string, data: object, errors: readonly object[]) =>
  withMissingDetails(
    knowing,
    { document: parse(query), variables: {} },
    JSON.parse(JSON.stringify({ data, errors })),
  );
const unavailable = (path: readonly (string | number)[], member: string) => ({
  message: `${member} did not answer.`,
  path,
  extensions: { code: 'MEMBER_UNAVAILABLE', member, reason: 'TIMEOUT' },
});
const row = (id: string) => ({ node: { id } });
const COMPLETE = { complete: true, answered: ['CD', 'MA'], missing: [] };

test('an owner that fell silent after its heads is missing with its details, once', () => {
  const data = { sites: { edges: ['CD:site:1', 'CD:site:2'].map(row), coverage: COMPLETE } };
  expect(
    finish(
      '{ sites { edges { node { id adm1 } } coverage { complete answered missing { member reason part since missedRange { to } } } } }',
      data,
      [0, 1].map((place) => unavailable(['sites', 'edges', place, 'node'], 'CD')),
    ),
  ).toEqual({
    sites: {
      edges: data.sites.edges,
      coverage: {
        complete: false,
        answered: ['CD', 'MA'],
        missing: [
          {
            member: 'CD',
            reason: 'TIMEOUT',
            part: 'DETAILS',
            since: '2026-01-01T00:00:00Z',
            missedRange: null,
          },
        ],
      },
    },
  });
});

test('the names that the client chose are found, in fragments too', () => {
  expect(
    finish(
      `query { all: sites { rows: edges { site: node { id } } ...Who } } fragment Who on SiteConnection { who: coverage { whole: complete gone: missing { code: member part } } }`,
      { all: { rows: [{ site: { id: 'CD:site:1' } }], who: { whole: true, gone: [] } } },
      [unavailable(['all', 'rows', 0, 'site'], 'CD')],
    ),
  ).toEqual({
    all: {
      rows: [{ site: { id: 'CD:site:1' } }],
      who: { whole: false, gone: [{ code: 'CD', part: 'DETAILS' }] },
    },
  });
});

test('each list has a coverage of its own', () => {
  const list = { edges: [row('CD:site:1')], coverage: { complete: true } };
  const data = {
    countries: [{ sites: list }, { sites: list }],
    sites: list,
  };
  const query = `{
    countries { sites { ...List } }
    sites { ...List }
  } fragment List on SiteConnection { edges { node { id adm1 } } coverage { complete } }`;
  expect(
    finish(query, data, [unavailable(['countries', 1, 'sites', 'edges', 0, 'node'], 'CD')]),
  ).toEqual({
    ...data,
    countries: [{ sites: list }, { sites: { ...list, coverage: { complete: false } } }],
  });
});

test('what a row refers to and does not get leaves the coverage of its list as it is', () => {
  const data = {
    policies: { edges: [{ node: { parties: [null] } }], coverage: { complete: true } },
  };
  expect(
    finish('{ policies { edges { node { parties { url } } } coverage { complete } } }', data, [
      unavailable(['policies', 'edges', 0, 'node', 'parties', 0], 'AMSG'),
    ]),
  ).toEqual(data);
});

test('fragments that spread each other over and over cost no more than they are long', () => {
  const chain = Array.from(
    { length: 40 },
    (_, i) => `fragment F${i} on Site { ...F${i + 1} ...F${i + 1} }`,
  );
  const query = `{ sites { edges { node { ...F0 } } coverage { complete } } } ${chain.join(' ')} fragment F40 on Site { id adm1 }`;
  const data = { sites: { edges: [row('CD:site:1')], coverage: { complete: true } } };
  expect(finish(query, data, [unavailable(['sites', 'edges', 0, 'node'], 'CD')])).toEqual({
    sites: { edges: data.sites.edges, coverage: { complete: false } },
  });
});

const lacking = (path: readonly (string | number)[], member: string) => ({
  message: '',
  path,
  extensions: { code: 'FIELD_NOT_OFFERED', member },
});
const MISSING = 'coverage { missing { member reason part } }';

test('a member whose rows lack a field is missing with their details, but its silence is told before that', () => {
  const data = {
    sites: { edges: ['CD:site:1', 'MA:site:1'].map(row), coverage: { missing: [] } },
  };
  const node = (place: number) => ['sites', 'edges', place, 'node'];
  const finished = finish(`{ sites { edges { node { id adm1 } } ${MISSING} } }`, data, [
    unavailable(node(0), 'CD'),
    lacking(node(0), 'CD'),
    lacking(node(1), 'MA'),
    lacking([...node(1), 'operator'], 'ZM'),
  ]);
  expect(finished).toMatchObject({
    sites: {
      coverage: {
        missing: [
          { member: 'CD', reason: 'TIMEOUT', part: 'DETAILS' },
          { member: 'MA', reason: 'FIELD_NOT_OFFERED', part: 'DETAILS' },
        ],
      },
    },
  });
});

test('of a sum or a list of members all that lacks a field is its member’s', () => {
  const data = { siteCounts: { rows: [{ count: 1 }], coverage: { missing: [] } } };
  const finished = finish(`{ siteCounts { rows { count } ${MISSING} } }`, data, [
    lacking(['siteCounts', 'rows', 0], 'CD'),
  ]);
  expect(finished).toMatchObject({
    siteCounts: {
      coverage: { missing: [{ member: 'CD', reason: 'FIELD_NOT_OFFERED', part: 'DETAILS' }] },
    },
  });
});
