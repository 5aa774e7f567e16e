import { expect, test } from '@jest/globals';
import { isState, ownerOf, parseGlobalId, parseMemberCode } from '../../schema/index.ts';

test.each([
  ['MA:site:khouribga', 'MA'],
  ['AMSG:event:marrakech-2025', 'AMSG'],
  ['CD:production:cobalt.2022_mcs-2024', 'CD'],
  [`ZM:estimate:${'a'.repeat(64)}`, 'ZM'],
])('%s is an id, and its owner is %s', (id, owner) => {
  expect([parseGlobalId(id), ownerOf(id)]).toEqual([id, owner]);
});

test.each([
  ['nothing', ''],
  ['no kind', 'MA:khouribga'],
  ['no local part', 'MA:site:'],
  ['a local part that is too long', `MA:site:${'a'.repeat(65)}`],
  ['a fourth part', 'MA:site:a:b'],
  ['a code in lower case', 'ma:site:a'],
  ['a code of one letter', 'M:site:a'],
  ['a code of nine letters', 'ABCDEFGHI:site:a'],
  ['a kind in capitals', 'MA:Site:a'],
  ['a blank', 'MA:site:a b'],
  ['a line behind it', 'MA:site:a\n'],
  ['a line before it', '\nMA:site:a'],
  ['a letter that only looks alike', 'M\u0410:site:a'],
  ['an accent', 'MA:site:\u00e9'],
  ['a quote', "MA:site:a'"],
  ['a list with one id in it', ['MA:site:a']],
  ['null', null],
  ['a number', 12],
  ['an object that writes itself as an id', { toString: () => 'MA:site:a' }],
])('what is no id has no owner: %s', (_, given) => {
  expect([parseGlobalId(given), ownerOf(given)]).toEqual([undefined, undefined]);
});

test('a member code is two to eight capital letters', () => {
  const given = ['MA', 'AMSG', 'ABCDEFGH', 'M', 'ABCDEFGHI', 'Ma', 'M1', 'MA\n', '', null, ['MA']];
  expect(given.map(parseMemberCode)).toEqual([
    'MA',
    'AMSG',
    'ABCDEFGH',
    ...Array(8).fill(undefined),
  ]);
});

test('states have two letters, bodies more', () => {
  expect(['MA', 'AMSG', 'ECOWAS'].map(isState)).toEqual([true, false, false]);
});
