import { expect, test } from '@jest/globals';
import { condition } from '../../../../gateway/engine/execute/index.ts';
import { runOf } from './run-of.ts';
import { toldSteps } from './told-steps.ts';

test.each([
  ['the one for true', { x: true }, ['yes begins', 'yes ends']],
  ['the one for false', { x: false }, ['no begins', 'no ends']],
  ['the one for false where nobody set it', {}, ['no begins', 'no ends']],
])('of two steps a condition takes %s', async (_, conditions, expected) => {
  const { told, quick } = toldSteps();
  await condition('x', quick('yes'), quick('no'))(runOf({ conditions }));
  expect(told).toEqual(expected);
});

test.each([true, false])('a condition may have nothing to do where it is %s', (x) => {
  expect(condition('x')(runOf({ conditions: { x } }))).toBeUndefined();
});
