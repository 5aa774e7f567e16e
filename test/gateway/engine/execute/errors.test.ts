import { expect, test } from '@jest/globals';
import { noteErrors, type Placed } from '../../../../gateway/engine/execute/errors.ts';
import type { SubgraphError } from '../../../../gateway/engine/execute/index.ts';
import { runOf } from './run-of.ts';

const [a, b] = [{ id: 'a' }, { id: 'b' }];
const DATA = { mines: [a, b, a], one: { to: b } };
const ENTITIES: Placed = { path: ['mines', '@'], targets: [[a], [b]] };
const ROOT: Placed = { path: [], targets: [] };

function noted(error: SubgraphError, placed: Placed) {
  const run = runOf({ data: DATA });
  noteErrors([error], placed, run);
  return run.errors.map(({ path }) => path?.join('.') ?? 'nowhere');
}

test.each<
  readonly [name: string, path: SubgraphError['path'], placed: Placed, places: readonly string[]]
>([
  ['of the root stands where it says', ['one', 'to'], ROOT, ['one.to']],
  ['without a place has none', undefined, ROOT, ['nowhere']],
  ['with an empty place has none', [], ROOT, ['']],
  ['of an entity stands at each of its places', ['_entities', 0], ENTITIES, ['mines.0', 'mines.2']],
  [
    'inside an entity too',
    ['_entities', 1, 'ports', 3, 'name'],
    ENTITIES,
    ['mines.1.ports.3.name'],
  ],
  ['of entities without a place has none', undefined, ENTITIES, ['nowhere']],
  ['of all entities has none', ['_entities'], ENTITIES, ['nowhere']],
  ['of an entity that was not asked for has none', ['_entities', 2], ENTITIES, ['nowhere']],
  ['of an entity under a name has none', ['_entities', 'a'], ENTITIES, ['nowhere']],
  [
    'of an entity that stands nowhere any more has none',
    ['_entities', 0],
    { ...ENTITIES, targets: [[{ id: 'a' }]] },
    ['nowhere'],
  ],
  [
    'of the root in another place stands below it',
    ['name'],
    { path: ['one', 'to'], targets: [] },
    ['one.to.name'],
  ],
  [
    'of the root in many places stands below each',
    ['name'],
    { path: ['mines', '@'], targets: [] },
    ['mines.0.name', 'mines.2.name', 'mines.1.name'],
  ],
])('an error %s', (_, path, placed, places) => {
  expect(noted({ message: 'Oh.', ...(path && { path }) }, placed)).toEqual(places);
});

test('an error keeps all that it says but its place', () => {
  const run = runOf({ data: DATA });
  const extensions = { code: 'MEMBER_ERROR' };
  noteErrors(
    [
      { message: 'Oh.', path: ['_entities', 1, 'name'], extensions },
      { message: 'Ah.', path: ['_entities'], extensions },
    ],
    ENTITIES,
    run,
  );
  expect(run.errors).toEqual([
    { message: 'Oh.', path: ['mines', 1, 'name'], extensions },
    { message: 'Ah.', extensions },
  ]);
});

test('ten thousand errors are told, however many come and in however many places', () => {
  const run = runOf({ data: { mines: Array(20_000).fill(a) } });
  const errors = Array.from({ length: 3 }, (_, place) => ({
    message: `Oh ${place}.`,
    path: ['_entities', 0],
  }));
  noteErrors(errors, { ...ENTITIES, targets: [[a]] }, run);
  const last = run.errors.at(-1);
  expect([run.errors.length, last]).toEqual([10_000, { message: 'Oh 0.', path: ['mines', 9_999] }]);
});
