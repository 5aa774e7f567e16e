import { expect, test } from '@jest/globals';
import { NULL_IN_LIST, nullIn, written } from './written.ts';

// The specification, 6.4.4: a null goes up to the next place that may be null, with one error where it began.
test.each<
  readonly [name: string, query: string, data: object, answer: unknown, faults: readonly string[]]
>([
  [
    'a field that may not be null takes its object',
    '{ mine { id depth } text }',
    { mine: { id: 'm', depth: null }, text: 'a' },
    { mine: null, text: 'a' },
    [`mine.depth: ${nullIn('Mine.depth')}`],
  ],
  [
    'one that never came does so too',
    '{ mine { id depth } }',
    { mine: { id: 'm' } },
    { mine: null },
    [`mine.depth: ${nullIn('Mine.depth')}`],
  ],
  [
    'a place is told by its alias, and the field by its name',
    '{ m: mine { d: depth } }',
    { m: { d: null } },
    { m: null },
    [`m.d: ${nullIn('Mine.depth')}`],
  ],
  [
    'it goes up through objects that may not be null',
    '{ mine { port { deep } } }',
    { mine: { port: { deep: null } } },
    { mine: null },
    [`mine.port.deep: ${nullIn('Port.deep')}`],
  ],
  [
    'it goes up to the root',
    '{ text must { port { deep } } }',
    { text: 'a', must: { port: {} } },
    null,
    [`must.port.deep: ${nullIn('Port.deep')}`],
  ],
  [
    'an item that may be null ends it',
    '{ mines { depth } }',
    { mines: [{ depth: 1 }, { depth: null }, { depth: 3 }] },
    { mines: [{ depth: 1 }, null, { depth: 3 }] },
    [`mines.1.depth: ${nullIn('Mine.depth')}`],
  ],
  [
    'an item that may not be null takes its list',
    '{ mine { ports { deep } } }',
    { mine: { ports: [{ deep: true }, {}] } },
    { mine: null },
    [`mine.ports.1.deep: ${nullIn('Port.deep')}`],
  ],
  [
    'a null in a list without nulls takes the list',
    '{ lists { b } }',
    { lists: { b: [1, null] } },
    { lists: { b: null } },
    [`lists.b.1: ${NULL_IN_LIST}`],
  ],
  [
    'and where the list may not be null, what it stands in',
    '{ lists { d } }',
    { lists: { d: [null] } },
    { lists: null },
    [`lists.d.0: ${NULL_IN_LIST}`],
  ],
  [
    'a list that may have nulls but not be one',
    '{ lists { c } }',
    { lists: { c: null } },
    { lists: null },
    [`lists.c: ${nullIn('Lists.c')}`],
  ],
  [
    'a list in a list',
    '{ lists { e } }',
    { lists: { e: [[1], [2, null]] } },
    { lists: { e: null } },
    [`lists.e.1.1: ${NULL_IN_LIST}`],
  ],
  [
    'a null for a list in a list',
    '{ lists { f } }',
    { lists: { f: [null] } },
    { lists: null },
    [`lists.f.0: ${NULL_IN_LIST}`],
  ],
  [
    'each place has its own',
    '{ a: mine { depth } b: mine { depth } count }',
    { a: {}, b: {}, count: 1 },
    { a: null, b: null, count: 1 },
    [`a.depth: ${nullIn('Mine.depth')}`, `b.depth: ${nullIn('Mine.depth')}`],
  ],
  [
    'an object tells the first of its faults alone',
    '{ mine { id depth } }',
    { mine: {} },
    { mine: null },
    [`mine.id: ${nullIn('Mine.id')}`],
  ],
])('nulls where none may be: %s', (_, query, data, answer, faults) => {
  expect(written(query, data)).toEqual({ text: JSON.stringify(answer), faults });
});
