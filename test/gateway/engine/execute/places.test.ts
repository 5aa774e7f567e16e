import { expect, test } from '@jest/globals';
import { objectsAt, occurrencesAt } from '../../../../gateway/engine/execute/places.ts';

const [a, b, c] = [{ id: 'a' }, { id: 'b' }, { id: 'c' }];
const DATA = {
  one: a,
  none: null,
  text: 'text',
  list: [a, null, b, 'text', a],
  lists: [[a], null, [b, c], [a]],
  inner: [{ to: a }, { to: b }, { to: null }, {}, { to: a }, { to: [c] }],
};

test.each<readonly [path: string, objects: readonly object[]]>([
  ['', [DATA]],
  ['one', [a]],
  ['none', []],
  ['nobody', []],
  ['text', []],
  ['constructor', []],
  ['list', []],
  ['list.@', [a, b]],
  ['one.@', []],
  ['one.id', []],
  ['lists.@', []],
  ['lists.@.@', [a, b, c]],
  ['inner.@.to', [a, b]],
  ['inner.@.to.@', [c]],
])('at "%s" each object stands once', (path, objects) => {
  expect(objectsAt(DATA, steps(path))).toEqual(objects);
});

test.each<readonly [path: string, most: number, places: readonly string[]]>([
  ['', 9, [':']],
  ['one', 9, ['one: a']],
  ['none', 9, []],
  ['nobody.to', 9, []],
  ['list.@', 9, ['list.0: a', 'list.2: b', 'list.4: a']],
  ['list.@', 3, ['list.0: a', 'list.2: b']],
  ['lists.@.@', 9, ['lists.0.0: a', 'lists.2.0: b', 'lists.2.1: c', 'lists.3.0: a']],
  ['lists.@.@', 2, ['lists.0.0: a']],
  ['inner.@.to', 9, ['inner.0.to: a', 'inner.1.to: b', 'inner.4.to: a']],
  ['one.@', 9, []],
])('at "%s" every place of at most %d is told', (path, most, places) => {
  const occurrences = occurrencesAt(DATA, steps(path), most);
  const told = occurrences.map(
    ({ path: at, object }) => `${at.join('.')}: ${String(object.id ?? '')}`,
  );
  expect(told.map((each) => each.trim())).toEqual(places);
});

const steps = (path: string) => path.split('.').filter((each) => each !== '');
