import { expect, test } from '@jest/globals';
import { parseOperation, variablesOf, withDefaults } from '../../../gateway/members/document.ts';

const question = parseOperation('query ($toString: Boolean = true, $first: Int = 5) { sites }');

test('a variable that has the name of what every object has is given only where it is given', () => {
  expect(withDefaults(question, { first: 1 })).toEqual({ first: 1, toString: true });
  expect(withDefaults(question, { toString: false })).toEqual({ first: 5, toString: false });
  expect(variablesOf(['toString', '__proto__', 'first'], { first: 1 })).toEqual({ first: 1 });
  expect(Object.keys(variablesOf(['__proto__'], {}))).toEqual([]);
});
