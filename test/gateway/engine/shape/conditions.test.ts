import { expect, test } from '@jest/globals';
import { type OperationDefinitionNode, parse } from 'graphql';
import {
  type Conditions,
  conditionsIn,
  isSelected,
} from '../../../../gateway/engine/shape/conditions.ts';

function operation(query: string): OperationDefinitionNode {
  const [first] = parse(query).definitions;
  if (first?.kind !== 'OperationDefinition') throw new Error('Expected an operation.');
  return first;
}

test.each<readonly [directives: string, conditions: Conditions, selected: boolean]>([
  ['', {}, true],
  ['@skip(if: true)', {}, false],
  ['@skip(if: false)', {}, true],
  ['@include(if: true)', {}, true],
  ['@include(if: false)', {}, false],
  ['@skip(if: $x)', { x: true }, false],
  ['@skip(if: $x)', { x: false }, true],
  ['@include(if: $x)', { x: true }, true],
  ['@include(if: $x)', { x: false }, false],
  ['@skip(if: $x) @include(if: $y)', { x: false, y: true }, true],
  ['@skip(if: $x) @include(if: $y)', { x: true, y: true }, false],
  ['@skip(if: $x) @include(if: $y)', { x: false, y: false }, false],
  ['@other(if: false)', {}, true],
])('a field with %s under %j is selected: %s', (directives, conditions, selected) => {
  const [field] = operation(`{ mine ${directives} }`).selectionSet.selections;
  expect(field && isSelected(field, conditions)).toBe(selected);
});

test.each<readonly [definition: string, given: Record<string, unknown>, value: boolean]>([
  ['$x: Boolean!', { x: true }, true],
  ['$x: Boolean!', { x: false }, false],
  ['$x: Boolean! = true', {}, true],
  ['$x: Boolean! = true', { x: false }, false],
  ['$x: Boolean! = true', { x: undefined }, true],
  ['$x: Boolean = false', {}, false],
  ['$x: Boolean', {}, false],
  ['$x: Boolean = true', { x: null }, false],
])('a condition that is defined %s and given %j is %s', (definition, given, value) => {
  expect(conditionsIn(['x'], operation(`query (${definition}) { mine }`), given)).toEqual({
    x: value,
  });
});

test('a variable with the name of what all objects have is the request’s own or its default', () => {
  const asked = operation('query ($constructor: Boolean! = true) { mine }');
  expect(conditionsIn(['constructor'], asked, {})).toEqual({ constructor: true });
});
