import { expect, test } from '@jest/globals';
import { checkVariables, LIMITS } from '../../../gateway/limits/index.ts';

const says = (variables: Readonly<Record<string, unknown>>) =>
  checkVariables({ variables }).map((each) => [each.extensions.code, each.message]);

const nested = (depth: number): unknown => (depth === 0 ? 'copper' : [nested(depth - 1)]);

test('a list in a variable has at most 500 values', () => {
  const list = (length: number) => ({ f: { commodities: Array(length).fill('copper') } });
  expect(says(list(LIMITS.listItemsMax))).toEqual([]);
  expect(says(list(LIMITS.listItemsMax + 1))).toEqual([
    [
      'LIST_TOO_LONG',
      'Expected at most 500 values in one list, got 501 in $f. Ask for them in several questions.',
    ],
  ]);
});

test('a variable nests at most 12 levels, and a hundred thousand are found without walking them', () => {
  expect(says({ f: nested(LIMITS.valueDepthMax) })).toEqual([]);
  const refused = [
    [
      'DOCUMENT_TOO_DEEP',
      'Expected at most 12 levels of lists and objects in one value, got more in $f. No argument nests as deep as that; see its type in the explorer.',
    ],
  ];
  expect(says({ f: nested(LIMITS.valueDepthMax + 1) })).toEqual(refused);
  expect(says({ f: JSON.parse(`${'['.repeat(100_000)}${']'.repeat(100_000)}`) })).toEqual(refused);
});

test('a name that means something to JavaScript is a name', () => {
  expect(says(JSON.parse('{ "__proto__": { "first": 1 }, "constructor": null }'))).toEqual([]);
});
