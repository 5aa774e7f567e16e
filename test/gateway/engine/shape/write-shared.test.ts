import { expect, test } from '@jest/globals';
import { TooLong } from '../../../../gateway/engine/shape/index.ts';
import { nullIn, written } from './written.ts';

const SHARES = { shares: true };

test.each([
  ['read once where objects may stand in several places', true, 1],
  ['read at each place where none does', false, 3],
])('an object is %s', (_, shares, times) => {
  let reads = 0;
  const port = {
    get deep() {
      reads += 1;
      return true;
    },
  };
  const data = { mines: [{ port }, { port }, { port }] };
  const { text } = written('{ mines { port { deep } } }', data, { shares });
  expect([text, reads]).toEqual([
    '{"mines":[{"port":{"deep":true}},{"port":{"deep":true}},{"port":{"deep":true}}]}',
    times,
  ]);
});

test('an object is written anew for each selection that it stands in', () => {
  const port = { id: 'p', draught: 2, deep: true };
  const query = '{ a: mine { port { id } } b: mine { port { draught } } }';
  expect(written(query, { a: { port }, b: { port } }, SHARES)).toEqual({
    text: '{"a":{"port":{"id":"p"}},"b":{"port":{"draught":2}}}',
    faults: [],
  });
});

test('what is wrong with a shared object is told at each of its places', () => {
  const [port, wrong, right] = [{ draught: 'much' }, {}, { depth: 1 }];
  const data = { mustAll: [{ port }, { port }], mines: [wrong, right, wrong] };
  expect(written('{ mustAll { port { draught } } mines { depth } }', data, SHARES)).toEqual({
    text: '{"mustAll":[{"port":{"draught":null}},{"port":{"draught":null}}],"mines":[null,{"depth":1},null]}',
    faults: [
      'mustAll.0.port.draught: Expected a value of Float, got "much". *',
      'mustAll.1.port.draught: Expected a value of Float, got "much". *',
      `mines.0.depth: ${nullIn('Mine.depth')}`,
      `mines.2.depth: ${nullIn('Mine.depth')}`,
    ],
  });
});

test.each([
  ['{ text lists { a } }', '{"text":"abc","lists":{"a":[1,2]}}'],
  ['{ lists { a } }', '{"lists":{"a":[1,2]}}'],
])('the text of %s may be as long as its bound, and no longer', (query, whole) => {
  const data = { text: 'abc', lists: { a: [1, 2] } };
  const write = (charactersMax: number) => written(query, data, { charactersMax }).text;
  expect(write(whole.length)).toBe(whole);
  expect(() => write(whole.length - 1)).toThrow(TooLong);
});

/** Mines with a hundred ports that are one, each with mines of its own, and so on: little data, much text. */
function nested(levels: number, port: object) {
  let [query, mine]: [string, object] = ['{ draught }', { ports: [port] }];
  for (let level = 0; level < levels; level += 1) {
    query = `{ mine { ports ${query} } }`;
    mine = { ports: Array(100).fill({ mine }) };
  }
  return { query: `{ mine { ports ${query} } }`, data: { mine } };
}

test('little data that makes a text of thousands of millions of letters is refused', () => {
  const { query, data } = nested(5, { draught: 1 });
  expect(() => written(query, data, SHARES)).toThrow(TooLong);
});

test.each([
  ['what stands there is null', { draught: 'much' }, '{"draught":null}'],
  ['what it stands in is null', null, '{"mine":null}'],
])('of what is wrong in a million places ten thousand are told: %s', (_, port, part) => {
  const { query, data } = nested(3, port as object);
  const { text, faults } = written(query, data, SHARES);
  expect([text.split(part).length - 1, faults.length]).toEqual([1_000_000, 10_000]);
});
