import { expect, test } from '@jest/globals';
import { getIntrospectionQuery, parse } from 'graphql';
import { checkCost, costOf, LIMITS } from '../../../../gateway/limits/index.ts';
import {
  howManyAreAsked,
  type JsonObject,
  type Member,
} from '../../../../gateway/members/index.ts';
import { parseMemberCode, readContract } from '../../../../schema/index.ts';
import { MEMBER_CODES } from '../../../../subgraphs/index.ts';
import { questionsIn } from '../../../questions.ts';
import { CLIENT_SCHEMA } from '../client-schema.ts';

const contract = readContract();
const MEMBERS = MEMBER_CODES.flatMap((text): readonly Member[] => {
  const code = parseMemberCode(text);
  if (!code) return [];
  const isBody = text === 'AMSG';
  return [
    {
      code,
      url: '',
      modules: isBody ? ['POLICIES', 'EVENTS'] : ['MINERALS', 'POLICIES', 'EVENTS'],
    },
  ];
});

const priced = (document: ReturnType<typeof parse>, variables = {}) =>
  costOf(
    {
      schema: CLIENT_SCHEMA,
      contract,
      membersAsked: (of, args) =>
        howManyAreAsked(contract, MEMBERS, { of, args: args as JsonObject }),
    },
    { document, variables },
  );
const cost = (query: string, variables = {}) => {
  const counted = priced(parse(query), variables);
  return counted && { cost: counted.cost, requests: counted.requests };
};

test.each([
  ['nothing but a name costs a value', '{ __typename }', { cost: 1, requests: 0 }],
  [
    'a list is asked of 54 states, 250 each, and 5 for the list',
    '{ sites { pageInfo { hasNextPage } } }',
    { cost: 54 * 255 + 1, requests: 54 },
  ],
  [
    'each member may send each row, a value for each field',
    '{ sites(first: 10) { edges { cursor node { id revision } } } }',
    { cost: 54 * (255 + 10 * 3), requests: 54 },
  ],
  [
    'a page without `first` has 50 rows',
    '{ sites { edges { cursor } } }',
    { cost: 54 * 305, requests: 54 },
  ],
  ['a count is ten values', '{ sites { total { count } } }', { cost: 54 * 265, requests: 54 }],
  [
    'owners are asked alone',
    '{ sites(filter: { owners: ["MA", "CD"] }) { total { count } } }',
    { cost: 2 * 265, requests: 2 },
  ],
  [
    'so are countries, where a record is kept by its country',
    '{ production(filter: { countries: ["MA"] }) { total { count } } }',
    { cost: 265, requests: 1 },
  ],
  [
    'bodies are asked for what they may hold',
    '{ policies { total { count } } }',
    { cost: 55 * 265, requests: 55 },
  ],
  [
    'a sum reads all that it chooses',
    '{ siteCounts { rows { count } } }',
    { cost: 54 * (250 + 5 + 300 + 20), requests: 54 },
  ],
  [
    'details are asked of the owners of the rows, and sent once',
    '{ sites(first: 2) { edges { node { id adm1 } } } }',
    { cost: 54 * (255 + 2) + 2 * 250 + 2, requests: 54 + 2 },
  ],
  [
    "what AMSG says of a row's country is one request",
    '{ sites(first: 2) { edges { node { country { capital } } } } }',
    { cost: 54 * 255 + 250 + 2, requests: 54 + 1 },
  ],
  [
    "a country's own list is asked of that country",
    '{ countries(codes: ["MA", "CD"]) { sites(first: 3) { edges { cursor } } } }',
    { cost: 54 * 250 + 2 * (5 + 3), requests: 54 },
  ],
  [
    "a commodity's list is asked of everybody for each commodity",
    '{ commodities { sites { total { count } } } }',
    { cost: 54 * (250 + 150 * (5 + 10)), requests: 54 },
  ],
  [
    'a record is asked of its owner',
    '{ record(id: "MA:site:a") { site { id } } }',
    { cost: 251, requests: 1 },
  ],
  [
    "a record's own list multiplies what is in it",
    '{ record(id: "MA:site:a") { site { production(first: 7) { nodes { year stage } } } } }',
    { cost: 250 + 14, requests: 1 },
  ],
  [
    'what is skipped costs nothing',
    'query ($no: Boolean! = false) { __typename sites @include(if: $no) { total { count } } }',
    { cost: 1, requests: 0 },
  ],
  [
    'a fragment costs wherever it is spread',
    '{ ...A b: sites { ...B } } fragment A on Query { a: sites { ...B } } fragment B on SiteConnection { total { count } }',
    { cost: 2 * 54 * 265, requests: 54 },
  ],
])('%s', (_, query, expected) => {
  expect(cost(query)).toEqual(expected);
});

test('a page size in a variable counts as one in the question', () => {
  const query = 'query ($n: Int) { sites(first: $n) { edges { cursor } } }';
  expect(cost(query, { n: 100 })?.cost).toBe(54 * 355);
});

test.each(questionsIn('gateway/web/questions.graphql'))(
  '$name costs less than a third of the limit',
  ({ document }) => {
    expect(priced(document)?.cost).toBeLessThan(LIMITS.costMax / 3);
  },
);

test('a page of 500 sites with twenty fields is within the limit', () => {
  const fields = `id home name { en fr } type status scale location { lat lon precision } countryCode commodityCodes
    certification revision updatedAt operator { id name { value } } capacities { year }`;
  const counted = priced(
    parse(`{ sites(first: 500) { total { count } edges { cursor node { ${fields} } } } }`),
  );
  expect(counted && checkCost(counted, LIMITS)).toBe(undefined);
});

const workMs = (query: string, variables = {}) => priced(parse(query), variables)?.workMs;

test.each([
  [
    'fields are planned, wherever their fragment is spread',
    `{ ${aliases(50, 'sites { ...T }')} } fragment T on SiteConnection { total { count } }`,
    50 * 3 * 0.3 + 54 * 0.2,
  ],
  [
    'each variable that decides is a way of its own',
    `query (${aliases(20, 'Boolean = true', '$v')}) { ${aliases(20, 'sites @include(if: $vNUMBER) { total { count } }')} }`,
    20 * 3 * 0.3 + 20 * 1.5 + 54 * 0.2,
  ],
  [
    'a record with a list of its own is joined for itself',
    `{ ${aliases(10, 'commodities { sites { total { count } } }')} }`,
    10 * (4 * 0.3 + 150 * 0.1 + 54 * 0.2),
  ],
  [
    'an answer about the schema has many values',
    `{ __schema { types { fields { ${aliases(100, 'name')} } } } }`,
    103 * 0.3 + (1 + 150 * (1 + 4 * 101)) * 0.0025,
  ],
])('%s', (_, query, expected) => {
  expect(workMs(query)).toBe(Math.round(expected));
});

function aliases(count: number, field: string, name = 'a'): string {
  const one = (place: number) => `${name}${place}: ${field.replace('NUMBER', String(place))}`;
  return Array.from({ length: count }, (_, place) => one(place)).join(' ');
}

test('what tools ask about the schema is within the limit of work', () => {
  const whole = getIntrospectionQuery({
    specifiedByUrl: true,
    directiveIsRepeatable: true,
    schemaDescription: true,
    inputValueDeprecation: true,
    oneOf: true,
  });
  expect(workMs(whole)).toBeLessThanOrEqual(LIMITS.workMsMax);
});

test('the limits of cost, requests and work are kept from both sides', () => {
  const at = (cost: number, requests: number, workMs = 1) =>
    checkCost({ cost, requests, workMs, dearest: 'sites' }, LIMITS)?.message;
  expect(at(LIMITS.costMax, LIMITS.memberRequestsMax, LIMITS.workMsMax)).toBe(undefined);
  expect(at(LIMITS.costMax + 1, 1)).toBe(
    'Expected a question that costs at most 1000000, got 1000001, most of it for "sites". Ask for smaller pages, fewer fields or lists, or fewer members with `owners` or `countries`.',
  );
  expect(at(1, LIMITS.memberRequestsMax + 1)).toBe(
    'Expected a question that makes at most 600 requests to members, got 601. Ask for fewer lists within one another, or for fewer members with `owners`.',
  );
  expect(at(1, 1, LIMITS.workMsMax + 1)).toBe(
    'Expected a question that takes the gateway at most 100 ms, got one of about 101. Ask for fewer fields, fewer lists below other records or fewer conditions, or ask in several questions.',
  );
});

test('variables that are not what they should be are left to the executor', () => {
  expect(cost('query ($n: Int!) { sites(first: $n) { edges { cursor } } }')).toBe(undefined);
});
