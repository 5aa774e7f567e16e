import { expect, test } from '@jest/globals';
import { finished } from '../../../../gateway/engine/compile/finished.ts';
import type { SubgraphError } from '../../../../gateway/engine/execute/index.ts';
import type { Fault } from '../../../../gateway/engine/shape/index.ts';
import { runOf } from '../execute/run-of.ts';

const pathOf = (path: string) =>
  path.split('.').map((each) => (/^\d+$/.test(each) ? Number(each) : each));
/** An error of a subgraph, and what was found by writing. */
const error = (path?: string): SubgraphError => ({
  message: 'Oh.',
  ...(path !== undefined && { path: pathOf(path) }),
});
const nullAt = (path: string): Fault => ({ message: 'Null.', path: pathOf(path), isOfNull: true });
const wrongAt = (path: string): Fault => ({
  message: 'Wrong.',
  path: pathOf(path),
  isOfNull: false,
});

test.each<
  readonly [
    name: string,
    errors: readonly SubgraphError[],
    faults: readonly Fault[],
    told: readonly string[],
  ]
>([
  ['nothing is wrong', [], [], []],
  ['what subgraphs said', [error('a'), error()], [], ['Oh. a', 'Oh.']],
  ['what was found', [], [nullAt('a.0.b'), wrongAt('c')], ['Null. a.0.b', 'Wrong. c']],
  ['a null that an error there explains', [error('a.b')], [nullAt('a.b')], ['Oh. a.b']],
  ['a null that an error above explains', [error('a')], [nullAt('a.b.c')], ['Oh. a']],
  ['a null that an error below explains', [error('a.0.b')], [nullAt('a')], ['Oh. a.0.b']],
  ['a null that one without a place explains', [error()], [nullAt('a')], ['Oh.']],
  [
    'a null that an error beside it does not explain',
    [error('a.c'), error('a.0')],
    [nullAt('a.b')],
    ['Oh. a.c', 'Oh. a.0', 'Null. a.b'],
  ],
  [
    'a null that an error with a longer name does not explain',
    [error('ab')],
    [nullAt('a')],
    ['Oh. ab', 'Null. a'],
  ],
  [
    'a null in an item whose neighbour has an error',
    [error('a.1')],
    [nullAt('a.10')],
    ['Oh. a.1', 'Null. a.10'],
  ],
  [
    'a wrong value that no error explains',
    [error('a'), error()],
    [wrongAt('a')],
    ['Oh. a', 'Oh.', 'Wrong. a'],
  ],
])('an answer tells: %s', (_, errors, faults, told) => {
  const { json, errors: all } = finished(runOf({ errors: [...errors] }), { json: '{}', faults });
  expect(json).toBe('{}');
  expect(all.map(({ message, path }) => `${message} ${path?.join('.') ?? ''}`.trim())).toEqual(
    told,
  );
});

test('places have the client’s names, and all else of an error stays', () => {
  const said = {
    message: 'Oh.',
    path: ['zz_id', 0, 'name'],
    extensions: { code: 'MEMBER_ERROR' },
    originalError: new Error('Inside.'),
  };
  const { errors } = finished(runOf({ errors: [said] }), { json: '{}', faults: [wrongAt('b')] });
  expect(errors).toEqual([
    { ...said, path: ['id', 0, 'name'] },
    { message: 'Wrong.', path: ['b'], extensions: { code: 'INTERNAL_SERVER_ERROR' } },
  ]);
});

test('ten thousand nulls beside ten thousand errors are told apart in one pass', () => {
  const places = Array.from({ length: 10_000 }, (_, place) => place);
  const errors = places.map((place) => error(`a.${place}.b`));
  const faults = places.map((place) => nullAt(`a.${place}.${place % 2 === 0 ? 'b' : 'c'}`));
  const startedMs = performance.now();
  const { errors: told } = finished(runOf({ errors }), { json: '{}', faults });
  expect(told.length).toBe(15_000);
  expect(performance.now() - startedMs).toBeLessThan(1_000);
});
