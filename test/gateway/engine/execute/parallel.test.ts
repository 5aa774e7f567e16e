import { expect, test } from '@jest/globals';
import { parallel } from '../../../../gateway/engine/execute/index.ts';
import { runOf } from './run-of.ts';
import { nothing, toldSteps } from './told-steps.ts';

test('steps side by side begin together, and end with the last', async () => {
  const { told, quick, slow } = toldSteps();
  await parallel([slow('first'), nothing, quick('second')])(runOf());
  expect(told).toEqual(['first begins', 'second begins', 'second ends', 'first ends']);
});
