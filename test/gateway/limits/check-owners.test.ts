import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { buildSchema, parse } from 'graphql';
import { checkOwners } from '../../../gateway/limits/index.ts';

const schema = buildSchema(readFileSync('schema/generated/api.graphql', 'utf8'));
const isMember = (code: string) => ['MA', 'ZM'].includes(code);
const says = (query: string, variables = {}) =>
  checkOwners(schema, { document: parse(query), variables }, isMember).map((each) => [
    each.extensions.code,
    each.message,
  ]);
const noMember = (code: string) => [
  'BAD_VALUE',
  `Expected the code of a member, got "${code}"; \`members { list { code } }\` lists them.`,
];
const TOTAL = '{ total { count } }';

test.each([
  ['no owners', `{ sites ${TOTAL} }`],
  ['nobody', `{ sites(filter: { owners: [] }) ${TOTAL} }`],
  ['members', `{ sites(filter: { owners: ["ZM", "MA"] }) ${TOTAL} }`],
  [
    'members of before behind a cursor',
    `{ sites(filter: { owners: ["XX"] }, after: "x") ${TOTAL} }`,
  ],
  ['countries of anybody', `{ sites(filter: { countries: ["KE"] }) ${TOTAL} }`],
])('%s are let through', (_, query) => {
  expect(says(query)).toEqual([]);
});

test.each([
  ['of a filter', `{ sites(filter: { owners: ["ZM", "XX", "CD"] }) ${TOTAL} }`, ['XX', 'CD']],
  ['of an argument', '{ members(owners: ["XX"]) { complete: __typename } }', ['XX']],
  ['of a sum', '{ productionTotals(filter: { owners: ["XX"] }) { rows { __typename } } }', ['XX']],
  ['under a shared entity', `{ countries { sites(filter: { owners: ["XX"] }) ${TOTAL} } }`, ['XX']],
])('a stranger among the owners %s is named', (_, query, codes) => {
  expect(says(query)).toEqual(codes.map(noMember));
});

test('variables count as what they hold', () => {
  const query = `query ($owners: [MemberCode!]) { sites(filter: { owners: $owners }) ${TOTAL} }`;
  expect(says(query, { owners: ['MA'] })).toEqual([]);
  expect(says(query, { owners: ['XX'] })).toEqual([noMember('XX')]);
});
