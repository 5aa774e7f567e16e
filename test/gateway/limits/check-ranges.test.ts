import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { buildSchema, parse } from 'graphql';
import { checkRanges } from '../../../gateway/limits/index.ts';

const schema = buildSchema(readFileSync('schema/generated/api.graphql', 'utf8'));
const says = (query: string, variables = {}) =>
  checkRanges(schema, { document: parse(query), variables }).map((each) => [
    each.extensions.code,
    each.message,
  ]);
const sites = (filter: string) => `{ sites(filter: { ${filter} }) { total { count } } }`;

test.each([
  ['a box', sites('bbox: { south: -13.5, west: 25, north: -9.5, east: 29.5 }')],
  ['a box across the antimeridian', sites('bbox: { south: -1, west: 170, north: 1, east: -170 }')],
  ['a box of one line', sites('bbox: { south: 1, west: 1, north: 1, east: 2 }')],
  ['one year', '{ production(filter: { years: { from: 2022, to: 2022 } }) { total { count } } }'],
  ['open years', '{ production(filter: { years: { from: 2022 } }) { total { count } } }'],
  ['a day', '{ events(filter: { from: "2025-01-01", to: "2025-01-01" }) { total { count } } }'],
  ['an id', '{ record(id: "MA:site:MAR003") { id } }'],
])('%s is let through', (_, query) => {
  expect(says(query)).toEqual([]);
});

test.each([
  [
    'a box upside down',
    sites('bbox: { south: 10, west: 1, north: -10, east: 2 }'),
    'Expected a box with south not above north, latitudes from -90 to 90 and longitudes from -180 to 180, got south 10, west 1, north -10, east 2.',
  ],
  [
    'a box beyond the pole',
    sites('bbox: { south: 10, west: 1, north: 91, east: 2 }'),
    'Expected a box with south not above north, latitudes from -90 to 90 and longitudes from -180 to 180, got south 10, west 1, north 91, east 2.',
  ],
  [
    'years the wrong way round',
    '{ production(filter: { years: { from: 2023, to: 2021 } }) { total { count } } }',
    'Expected years with `from` not after `to`, got 2023 to 2021.',
  ],
  [
    'days the wrong way round',
    '{ events(filter: { from: "2026-01-01", to: "2025-01-01" }) { total { count } } }',
    'Expected days with `from` not after `to`, got 2026-01-01 to 2025-01-01.',
  ],
  [
    'an id that is none',
    '{ record(id: "khouribga") { id } }',
    'Expected the id of a record such as "MA:site:MAR003", got "khouribga".',
  ],
])('%s is refused in one sentence', (_, query, sentence) => {
  expect(says(query)).toEqual([['BAD_VALUE', sentence]]);
});

test('a value is found in a variable, in a fragment and under a country', () => {
  const query = `query ($y: YearRange) { countries { ...C } }
    fragment C on Country { production(filter: { years: $y }) { total { count } } }`;
  expect(says(query, { y: { from: 3, to: 1 } })).toEqual([
    ['BAD_VALUE', 'Expected years with `from` not after `to`, got 3 to 1.'],
  ]);
});
