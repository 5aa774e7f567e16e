import { expect, test } from '@jest/globals';
import { sequence } from '../../../../gateway/engine/execute/index.ts';
import { runOf } from './run-of.ts';
import { failing, nothing, toldSteps } from './told-steps.ts';

test('steps in turn begin when the one before has ended', async () => {
  const { told, quick, slow } = toldSteps();
  await sequence([slow('first'), nothing, quick('second')])(runOf());
  expect(told).toEqual(['first begins', 'first ends', 'second begins', 'second ends']);
});

test('after a step that fails none begins', async () => {
  const { told, quick } = toldSteps();
  await expect(sequence([quick('first'), failing, quick('third')])(runOf())).rejects.toThrow(
    'It broke.',
  );
  expect(told).toEqual(['first begins', 'first ends']);
});
