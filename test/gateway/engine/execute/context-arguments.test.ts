import { expect, test } from '@jest/globals';
import {
  type ContextArgument,
  contextArguments,
  contextWith,
  NO_CONTEXT,
} from '../../../../gateway/engine/execute/context-arguments.ts';
import type { Values } from '../../../../gateway/engine/execute/values.ts';
import { TYPES } from './run-of.ts';

test.each<readonly [path: string, rewrite: string, depth: number, within: string]>([
  ['t/u', '../... on T/prop', 1, '... on T/prop'],
  ['ts/@/us/@/@', '../... on T/prop', 2, '... on T/prop'],
  ['ts/@/at/us/@', '../../... on T/a/b', 2, '... on T/a/b'],
  ['ts/@/at/us/@', '../../../... on Query/a', 0, '... on Query/a'],
  ['ts/@/us/@', '... on U/prop', 4, '... on U/prop'],
])('from %s what %s takes stands %d steps down', (path, rewrite, depth, within) => {
  const taken = contextArguments(
    [{ kind: 'KeyRenamer', path: rewrite.split('/'), renameKeyTo: 'c_0' }],
    path.split('/'),
  );
  expect(taken).toEqual([{ variable: 'c_0', depth, within: within.split('/') }]);
});

const argument = (variable: string, within: string): ContextArgument => ({
  variable,
  depth: 1,
  within: within.split('/'),
});

function taken(object: Values, ...given: readonly ContextArgument[]) {
  const { variables, isWhole } = contextWith(NO_CONTEXT, object, {
    taken: given,
    isOfType: TYPES.isOfType,
  });
  return [variables, isWhole];
}

test.each<readonly [name: string, object: Values, within: string, value: unknown]>([
  ['a value', { a: 1, b: 2 }, 'a', 1],
  ['a null', { a: null }, 'a', null],
  ['a list', { a: [1, null] }, 'a', [1, null]],
  ['a value of an object within', { a: { b: 'x' } }, 'a/b', 'x'],
  ['a null of an object within', { a: null }, 'a/b', null],
  ['values of objects in lists', { a: [[{ b: 1 }], null, [{ b: 2 }]] }, 'a/b', [[1], null, [2]]],
  ['a value of its type', { __typename: 'Mine', a: 1 }, '... on Mine/a', 1],
  ['a value of an interface of its type', { __typename: 'Mine', a: 1 }, '... on Place/a', 1],
  ['a value where no type is told', { a: 1 }, '... on Mine/a', 1],
  [
    'null where an object within is another',
    { a: { __typename: 'Port', b: 1 } },
    'a/... on Mine/b',
    null,
  ],
])('%s is taken', (_, object, within, value) => {
  expect(taken(object, argument('c', within))).toEqual([{ c: value }, true]);
});

test.each<readonly [name: string, object: Values, within: string]>([
  ['a field', {}, 'a'],
  ['a field of an object within', { a: {} }, 'a/b'],
  ['a field of one object in a list', { a: [{ b: 1 }, {}] }, 'a/b'],
  ['an object within', { a: 'text' }, 'a/b'],
])('where %s is not there it is said', (_, object, within) => {
  expect(taken(object, argument('c', within))).toEqual([{ c: null }, false]);
});

test('the first one of its type gives an argument, and none is made up', () => {
  const [port, mine] = [argument('c', '... on Port/b'), argument('c', '... on Mine/a')];
  const object = { __typename: 'Mine', a: 1, b: 2 };
  expect(taken(object, port, mine, argument('c', 'b'))).toEqual([{ c: 1 }, true]);
  expect(taken(object, port)).toEqual([{}, true]);
});

test('what is alike has the same text', () => {
  const texts = [{ a: 1 }, { a: 1, b: 2 }, { a: '1' }, {}].map(
    (object) =>
      contextWith(NO_CONTEXT, object, { taken: [argument('c', 'a')], isOfType: TYPES.isOfType })
        .text,
  );
  expect(texts[0]).toBe(texts[1]);
  expect(new Set(texts).size).toBe(3);
});
