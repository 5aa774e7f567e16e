import { expect, test } from '@jest/globals';
import { openKeptPrograms } from '../../../gateway/engine/kept-programs.ts';

type Step =
  | readonly [does: 'keep', key: string, weight: number]
  | readonly [does: 'get', key: string];
const keep = (key: string, weight: number): Step => ['keep', key, weight];
const get = (key: string): Step => ['get', key];

test.each<readonly [name: string, steps: readonly Step[], kept: string]>([
  ['all that fit', [keep('a', 4), keep('b', 6)], 'a b'],
  ['of more the latest', [keep('a', 4), keep('b', 4), keep('c', 4)], 'b c'],
  [
    'what was asked last longer than what came last',
    [keep('a', 4), keep('b', 4), get('a'), keep('c', 4)],
    'a c',
  ],
  [
    'for one that is large several go',
    [keep('a', 3), keep('b', 3), keep('c', 3), keep('d', 6)],
    'c d',
  ],
  ['one that is too large is not kept, nor anything before it', [keep('a', 4), keep('b', 11)], ''],
  [
    'what is kept again weighs once',
    [keep('a', 4), keep('a', 4), keep('a', 4), keep('b', 6)],
    'a b',
  ],
  [
    'what is kept again with another weight weighs that',
    [keep('a', 1), keep('b', 4), keep('a', 7)],
    'a',
  ],
  ['to ask for what is not there changes nothing', [keep('a', 5), get('b'), keep('c', 5)], 'a c'],
])('programs that weigh ten together are kept: %s', (_, steps, kept) => {
  const programs = openKeptPrograms<string>(10);
  for (const [does, key, weight = 0] of steps)
    if (does === 'keep') programs.keep(key, `of ${key}`, weight);
    else programs.get(key);
  const found = ['a', 'b', 'c', 'd'].filter((key) => programs.get(key) === `of ${key}`);
  expect(found.join(' ')).toBe(kept);
});
