import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { ASSUMED, WEIGHTS, WORK } from '../../../../gateway/limits/cost/weights.ts';
import { LIMITS } from '../../../../gateway/limits/index.ts';

const PAGE = readFileSync('docs/cost.md', 'utf8').replaceAll(/\s+/g, ' ');

test.each([
  `more than ${LIMITS.costMax.toLocaleString('en')} is refused`,
  `${WEIGHTS.ask} for each member asked`,
  `${WEIGHTS.parent} for each parent`,
  `${WEIGHTS.count} for each member asked`,
  `${WEIGHTS.sum} for each member asked, and each of its fields for ${ASSUMED.groups} groups`,
  `a list without a page ${ASSUMED.listItems} values`,
  `${ASSUMED.countries} countries and ${ASSUMED.commodities} commodities`,
  `at most ${LIMITS.memberRequestsMax} requests to members`,
  `limited to ${LIMITS.workMsMax} ms`,
  `${WORK.field} ms for each field`,
  `${WORK.condition} ms for each variable`,
  `${WORK.request} ms for each request to a member`,
  `${WORK.parent} ms for each record`,
  `${WORK.described} ms for each value of an answer about the schema (${ASSUMED.types} types of ${ASSUMED.fieldsOfType} fields)`,
  `54 × (${WEIGHTS.ask} + ${WEIGHTS.parent} + ${WEIGHTS.count}) = 14,310`,
])('the page on cost says what is counted: %s', (says) => {
  expect(PAGE).toContain(says);
});
