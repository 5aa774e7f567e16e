import type { FetchDataRewrite } from '@apollo/query-planner';
import { expect, test } from '@jest/globals';
import { rewrite } from '../../../../gateway/engine/execute/rewrites.ts';
import { TYPES } from './run-of.ts';

/** Steps are parted by `/`. */
const sets = (path: string, setValueTo: string): FetchDataRewrite => {
  return { kind: 'ValueSetter', setValueTo, path: path.split('/') };
};
const renames = (path: string, renameKeyTo: string): FetchDataRewrite => {
  return { kind: 'KeyRenamer', renameKeyTo, path: path.split('/') };
};

test.each<
  readonly [name: string, rewrites: readonly FetchDataRewrite[], before: unknown, after: unknown]
>([
  ['nothing', [], { a: 1 }, { a: 1 }],
  [
    'a name set',
    [sets('__typename', 'Place')],
    { a: 1, __typename: 'Mine' },
    { a: 1, __typename: 'Place' },
  ],
  [
    'a name set below',
    [sets('a/__typename', 'Place')],
    { a: { b: 1 } },
    { a: { b: 1, __typename: 'Place' } },
  ],
  [
    'a name set in each of a list',
    [sets('a/b', 'c')],
    { a: [{ b: 'd' }, null, [{ b: 'e' }]] },
    { a: [{ b: 'c' }, null, [{ b: 'c' }]] },
  ],
  ['a field renamed', [renames('a__alias_0', 'a')], { a__alias_0: 1, b: 2 }, { a: 1, b: 2 }],
  ['a field that is not there', [renames('a__alias_0', 'a')], { b: 2 }, { b: 2 }],
  [
    'a null, which may be of another type’s field',
    [renames('a__alias_0', 'a')],
    { a__alias_0: null, a: 1 },
    { a__alias_0: null, a: 1 },
  ],
  [
    'a field renamed in an object of the type',
    [renames('... on Mine/b', 'a')],
    { __typename: 'Mine', b: 1 },
    { __typename: 'Mine', a: 1 },
  ],
  [
    'in one of an interface',
    [renames('... on Place/b', 'a')],
    { __typename: 'Port', b: 1 },
    { __typename: 'Port', a: 1 },
  ],
  [
    'not in one of another',
    [renames('... on Mine/b', 'a')],
    { __typename: 'Port', b: 1 },
    { __typename: 'Port', b: 1 },
  ],
  ['in one that does not say', [renames('... on Mine/b', 'a')], { b: 1 }, { a: 1 }],
  [
    'through several levels',
    [renames('p/... on Mine/q/b', 'a')],
    { p: { __typename: 'Mine', q: [{ b: 1 }] } },
    { p: { __typename: 'Mine', q: [{ a: 1 }] } },
  ],
  ['what is no object', [sets('a/b', 'c')], { a: 'text' }, { a: 'text' }],
  ['nothing at all', [sets('a', 'c')], null, null],
  ['one after another', [renames('b', 'a'), sets('a', 'c')], { b: 1 }, { a: 'c' }],
])('rewrites: %s', (_, rewrites, before, after) => {
  rewrite(before, rewrites, TYPES.isOfType);
  expect(before).toEqual(after);
});
