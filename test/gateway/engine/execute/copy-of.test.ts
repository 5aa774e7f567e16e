import { expect, test } from '@jest/globals';
import { copyOf, isFlat } from '../../../../gateway/engine/execute/copy-of.ts';

test.each([
  ['nothing', null, true],
  ['a text', 'a', true],
  ['values alone', { a: 1, b: null, c: 'c' }, true],
  ['an object', { a: {} }, false],
  ['a list in it', { a: [] }, false],
  ['a list', [1], false],
])('flat is what nobody can add to, and it is its own copy: %s', (_, value, flat) => {
  const copy = copyOf(value);
  expect(copy).toEqual(value);
  expect([isFlat(value), copy === value]).toEqual([flat, flat]);
});

test('what is added inside a copy is not in the other', () => {
  const value = { port: { id: 'p' } };
  Object.assign((copyOf(value) as typeof value).port, { id: 'q' });
  expect(value).toEqual({ port: { id: 'p' } });
});
