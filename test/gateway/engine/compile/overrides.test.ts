import { expect, test } from '@jest/globals';
import { parse } from 'graphql';
import { openOverrides } from '../../../../gateway/engine/compile/overrides.ts';

const supergraph = (...labels: readonly string[]) =>
  parse(
    `type T { ${labels.map((label, i) => `f${i}: Int @join__field(graph: A, override: "b", overrideLabel: "${label}")`).join(' ')} other: Int }`,
  );

const drawn = (random: number, ...labels: readonly string[]) => {
  const { key, labels: held } = openOverrides(supergraph(...labels), () => random)();
  return [key, Object.fromEntries(held)];
};

test.each([
  ['nobody', 0, 'percent(0)', false],
  ['everybody', 0.999999, 'percent(100)', true],
  ['who is drawn', 0.0199, 'percent(2)', true],
  ['not who is not', 0.02, 'percent(2)', false],
  ['who is drawn, with a part of a percent', 0.004, 'percent(0.5)', true],
])('a share of the requests is overridden: %s', (_, random, label, holds) => {
  expect(drawn(random, label)).toEqual([holds ? '1' : '0', { [label]: holds }]);
});

test('each label is drawn once, whatever the number of its fields', () => {
  expect(drawn(0.5, 'percent(60)', 'percent(40)', 'percent(60)')).toEqual([
    '10',
    { 'percent(60)': true, 'percent(40)': false },
  ]);
});

test('a label that is no share is nobody’s to draw', () => {
  expect(drawn(0, 'beta-users', 'percent(x)')).toEqual(['', {}]);
});
