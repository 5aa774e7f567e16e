import { expect, test } from '@jest/globals';
import { type BusyQuestion, openBusiest } from '../../../gateway/generations/busiest.ts';

const question = (query: string, more: Partial<BusyQuestion> = {}): BusyQuestion => ({
  queryHash: `hash of ${query}`,
  query,
  operationName: undefined,
  variables: {},
  ...more,
});
const [A, B, C] = [question('{ a }'), question('{ b }'), question('{ c }')];

test('what is asked most often comes first', () => {
  const busiest = openBusiest({ questionsMax: 10, charactersMax: 100 });
  for (const each of [A, B, C, B, C, B]) busiest.note(each);
  expect(busiest.list(2)).toEqual([B, C]);
});

test('operations of one document are questions of their own', () => {
  const busiest = openBusiest({ questionsMax: 10, charactersMax: 100 });
  const [one, other] = ['One', 'Other'].map((operationName) =>
    question('{ a }', { operationName }),
  );
  for (const each of [one, other, other]) if (each) busiest.note(each);
  expect(busiest.list(10)).toEqual([other, one]);
});

test('where there is no room, the one is forgotten that was not asked for longest', () => {
  const busiest = openBusiest({ questionsMax: 2, charactersMax: 100 });
  for (const each of [A, A, B, A, C]) busiest.note(each);
  expect(busiest.list(10)).toEqual([A, C]);
});

test('a question that is too long is not kept, with its variables either', () => {
  const busiest = openBusiest({ questionsMax: 2, charactersMax: 10 });
  busiest.note(question('{ a23456789 }'));
  busiest.note(question('{ a }', { variables: { a: '0123456789' } }));
  busiest.note(A);
  expect(busiest.list(10)).toEqual([A]);
});
