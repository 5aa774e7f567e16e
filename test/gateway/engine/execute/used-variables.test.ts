import { expect, test } from '@jest/globals';
import { usedVariables } from '../../../../gateway/engine/execute/used-variables.ts';
import { runOf } from './run-of.ts';

test.each([
  ['those that are used', ['a', 'b'], { a: 1, b: [2], c: 3 }, { a: 1, b: [2] }],
  ['none', [], { a: 1 }, {}],
  ['what was not given is left to its default', ['a', 'b'], { b: 2 }, { b: 2 }],
  ['a null is given', ['a'], { a: null }, { a: null }],
  ['what all objects have is not given', ['constructor', 'toString'], {}, {}],
  ['a name that all objects have', ['constructor'], { constructor: 1 }, { constructor: 1 }],
])('a subgraph is sent of the variables: %s', (_, names, variables, used) => {
  expect(usedVariables(names, runOf({ variables }))).toEqual(used);
});
