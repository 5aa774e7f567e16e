import { expect, test } from '@jest/globals';
import { allOf, anyOf, isAmong, name, own, sql } from '../../../../subgraphs/kit/database/sql.ts';

test('values become parameters, in the order in which they stand, however deep', () => {
  const inner = sql`${own('type')} = ${"x' OR 1 = 1"}`;
  expect(
    sql`SELECT ${name('id')} FROM site r WHERE ${inner} AND ${own('year')} > ${2024} LIMIT ${null}`,
  ).toEqual({
    text: 'SELECT `id` FROM site r WHERE r.`type` = ? AND r.`year` > ? LIMIT ?',
    values: ["x' OR 1 = 1", 2024, null],
  });
});

test('no conditions hold for all, or for none', () => {
  expect(allOf([]).text).toBe('1 = 1');
  expect(anyOf([]).text).toBe('1 = 0');
  expect(isAmong(own('type'), [])).toEqual({ text: '1 = 0', values: [] });
  expect(isAmong(own('type'), ['a', 'b', 'a'])).toEqual({
    text: 'r.`type` IN (?, ?)',
    values: ['a', 'b'],
  });
  expect(anyOf([sql`a`, sql`b`]).text).toBe('(a OR b)');
});

test('what is no name of a table or column is refused', () => {
  expect(() => name('id` = 1 --')).toThrow(
    'Expected the name of a table or column, got "id` = 1 --".',
  );
});
