import { expect, test } from '@jest/globals';
import { remembering } from '../../../gateway/members/remember.ts';

function counted(most: number, charactersMax?: number) {
  const made: string[] = [];
  const make = (text: string) => {
    made.push(text);
    return text.length;
  };
  return { made, read: remembering(most, make, charactersMax) };
}

test('of so many results the oldest is forgotten first', () => {
  const { made, read } = counted(2);
  for (const text of ['a', 'b', 'a', 'c', 'b', 'a']) read(text);
  expect(made).toEqual(['a', 'b', 'c', 'a']);
});

test('texts are kept as long as they are not too long together', () => {
  const { made, read } = counted(100, 10);
  for (const text of ['aaaa', 'bbbb', 'aaaa', 'cccc', 'bbbb', 'aaaa']) read(text);
  expect(made).toEqual(['aaaa', 'bbbb', 'cccc', 'aaaa']);
});

test('one long text does not drive out all others', () => {
  const { made, read } = counted(100, 10);
  for (const text of ['aa', 'b'.repeat(6), 'b'.repeat(6), 'aa']) read(text);
  expect(made).toEqual(['aa', 'bbbbbb', 'bbbbbb']);
});
