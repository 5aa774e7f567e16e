import { expect, test } from '@jest/globals';
import { buildSchema, type GraphQLSchema, parse } from 'graphql';
import { checkPageSizes } from '../../../gateway/limits/index.ts';
import { questionsIn } from '../../questions.ts';
import { CLIENT_SCHEMA } from './client-schema.ts';

type Given = {
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly operationName?: string;
  readonly schema?: GraphQLSchema;
};
const refusals = (
  query: string,
  { variables = {}, operationName, schema = CLIENT_SCHEMA }: Given = {},
) =>
  checkPageSizes(schema, { document: parse(query), operationName, variables }).map(
    ({ message, extensions, locations }) => ({ message, ...extensions, locations }),
  );
const refused = (field: string, first: number, column: number) => ({
  code: 'PAGE_SIZE',
  message: `Expected \`first\` of ${field} from 1 to 500, got ${first}. Ask for a page within that, and go on with \`after\`.`,
  locations: [{ line: 1, column }],
});

test.each([1, 50, 500])('a page of %d rows is given', (first) => {
  expect(refusals(`{ sites(first: ${first}) { total { count } } }`)).toEqual([]);
});

test.each([-2147483648, -1, 0, 501, 2147483647])('a page of %d rows is refused', (first) => {
  expect(refusals(`{ sites(first: ${first}) { total { count } } }`)).toEqual([
    refused('sites', first, 9),
  ]);
});

test('a page without a size, or of no size, has the usual one', () => {
  expect(refusals('{ sites { total { count } } }')).toEqual([]);
  expect(refusals('{ sites(first: null) { total { count } } }')).toEqual([]);
  expect(refusals('query ($n: Int) { sites(first: $n) { total { count } } }')).toEqual([]);
});

test('a variable counts with its value, or with its default', () => {
  const query = 'query ($n: Int = 501) { sites(first: $n) { total { count } } }';
  expect(refusals(query)).toEqual([refused('sites', 501, 31)]);
  expect(refusals(query, { variables: { n: 0 } })).toEqual([refused('sites', 0, 31)]);
  expect(refusals(query, { variables: { n: 500 } })).toEqual([]);
  expect(refusals(query, { variables: { n: null } })).toEqual([]);
});

test('every list of a question is checked, at any depth', () => {
  expect(
    refusals(
      '{ sites(first: 501) { edges { node { production(first: 0) { hasMore } commodities { deposits(first: 502) { total { count } } } } } } }',
    ),
  ).toEqual([refused('sites', 501, 9), refused('production', 0, 49), refused('deposits', 502, 94)]);
  expect(refusals('{ changes(owner: "MA", first: 501) { last } }')).toEqual([
    refused('changes', 501, 24),
  ]);
});

test('a page in a fragment is checked once, however often it is spread, and whether it is skipped', () => {
  expect(
    refusals(
      'query { a: countries { ...S } b: countries { ...S ... @skip(if: true) { sites(first: 0) { total { count } } } } } fragment S on Country { deposits(first: 501) { total { count } } }',
    ),
  ).toEqual([refused('sites', 0, 79), refused('deposits', 501, 148)]);
});

test('fragments that spread one another are checked in the time that their text takes', () => {
  const fragments = Array.from(
    { length: 60 },
    (_, place) =>
      `fragment F${place} on Query { a: __typename ...F${place + 1} b: __typename ...F${place + 1} }`,
  );
  const last = 'fragment F60 on Query { sites(first: 501) { total { count } } }';
  expect(refusals(['{ ...F0 }', ...fragments, last].join(' ')).length).toBe(1);
});

test('only the operation that is asked is checked', () => {
  const query =
    'query A { ...S } query B { sites(first: 5) { total { count } } } fragment S on Query { sites(first: 501) { total { count } } }';
  expect(refusals(query, { operationName: 'B' })).toEqual([]);
  expect(refusals(query, { operationName: 'A' })).toEqual([refused('sites', 501, 94)]);
  expect(refusals(query)).toEqual([]);
});

test('what is wrong with variables is left to those who say so', () => {
  const query = 'query ($n: Int!) { sites(first: $n) { total { count } } }';
  expect(refusals(query)).toEqual([]);
  expect(refusals(query, { variables: { n: '501' } })).toEqual([]);
});

test('an argument of that name that counts nothing is no page', () => {
  const schema = buildSchema('type Query { xx_names(first: ID, after: Int): [String] }');
  expect(refusals('{ xx_names(first: 501, after: 501) }', { schema })).toEqual([]);
});

test('the questions of the explorer keep their pages within the limits', () => {
  const questions = questionsIn('gateway/web/questions.graphql');
  expect(
    questions.flatMap(({ document }) => checkPageSizes(CLIENT_SCHEMA, { document, variables: {} })),
  ).toEqual([]);
});
