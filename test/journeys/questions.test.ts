import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { QUESTIONS } from '../../gateway/web/index.ts';
import { type Continent, type JsonObject, openWholeContinent, START_MS_MAX } from './continent.ts';

/** Taken from the source files by `scripts/expected`, which shares nothing with what answers here. */
const EXPECTED = JSON.parse(
  readFileSync(new URL('./expected.json', import.meta.url), 'utf8'),
) as JsonObject;

let continent: Continent;
beforeAll(async () => {
  continent = await openWholeContinent();
}, START_MS_MAX);
afterAll(() => continent.close());

test.each(QUESTIONS)('$name is answered as the sources have it', async (question) => {
  const { status, data, errors } = await continent.ask({ query: question.document });
  expect({ status, errors, data: settled(data) }).toEqual({
    status: 200,
    errors: undefined,
    data: EXPECTED[question.name],
  });
});

test('every question of the explorer has an expectation, and every expectation a question', () => {
  expect(QUESTIONS.map(({ name }) => name)).toEqual(Object.keys(EXPECTED));
});

/** What differs with each run: sealed cursors, and the moment a member speaks of. */
const settled = (data: unknown): unknown =>
  JSON.parse(JSON.stringify(data), (name, value) => {
    if (typeof value !== 'string') return value;
    if (name === 'cursor' || name === 'endCursor')
      return /^[\w-]{80,}$/.test(value) ? '<sealed>' : value;
    return name === 'asOf' && isOfNow(value) ? '<moment>' : value;
  });

const STARTED = new Date().toISOString();
const isOfNow = (moment: string): boolean =>
  moment >= STARTED && moment <= new Date().toISOString();
