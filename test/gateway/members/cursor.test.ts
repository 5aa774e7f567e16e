import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type ListIdentity, openSealer, type Place } from '../../../gateway/members/cursor.ts';

const KEY = Buffer.alloc(32, 7);
const LIST: ListIdentity = {
  field: 'sites',
  parent: '',
  filter: { commodities: ['cobalt'], types: null },
  orderBy: [{ field: 'NAME', direction: 'ASC' }],
  viewer: 'public',
};
const PLACE: Place = {
  position: { keys: ['kolwezi'], id: 'CD:site:COD001' },
  seen: ['CD', 'MA'],
  missed: [
    {
      member: 'ZM',
      reason: 'TIMEOUT',
      range: { from: null, to: { keys: ['k'], id: 'CD:site:1' } },
    },
  ],
};
const { seal, unseal } = openSealer(KEY);
const CURSOR = seal(PLACE, LIST);

test('a cursor gives back the place that was sealed in it', () => {
  expect(unseal(CURSOR, LIST)).toEqual(PLACE);
});

test('a filter is the same whatever the order of its fields and whether nulls are written', () => {
  expect(unseal(CURSOR, { ...LIST, filter: { commodities: ['cobalt'] } })).toEqual(PLACE);
});

test.each([
  ['field', { field: 'deposits' }],
  ['parent', { parent: 'cobalt' }],
  ['filter', { filter: { commodities: ['copper'] } }],
  ['order', { orderBy: [{ field: 'NAME', direction: 'DESC' }] }],
] as const)('a cursor of another %s is refused', (_, other) => {
  expect(unseal(CURSOR, { ...LIST, ...other })).toBeUndefined();
});

/** There is one viewer until access is built; a cursor is bound to it all the same. */
test('a cursor of another viewer is refused', () => {
  const other = 'licensed' as ListIdentity['viewer'];
  expect(unseal(CURSOR, { ...LIST, viewer: other })).toBeUndefined();
});

test('of all texts that decode to the same bytes, only the one given out is good', () => {
  const signs = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  const forged = [...signs].flatMap((sign) => [`${CURSOR}${sign}`, CURSOR.slice(0, -1) + sign]);
  const good = forged.filter((each) => unseal(each, LIST) !== undefined);
  expect(good).toEqual([CURSOR]);
});

test('a cursor of another key is refused', () => {
  expect(openSealer(Buffer.alloc(32, 8)).unseal(CURSOR, LIST)).toBeUndefined();
});

test('a cursor says nothing to who has no key', () => {
  expect(Buffer.from(CURSOR, 'base64url').toString('latin1')).not.toContain('kolwezi');
});

test('a cursor with any bit flipped is refused', () => {
  const bytes = Buffer.from(CURSOR, 'base64url');
  for (let bit = 0; bit < bytes.length * 8; bit += 1) {
    const forged = Buffer.from(bytes);
    forged.writeUInt8(forged.readUInt8(bit >> 3) ^ (1 << (bit & 7)), bit >> 3);
    expect(unseal(forged.toString('base64url'), LIST)).toBeUndefined();
  }
});

test('any other text or value is refused', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.base64String(), fc.anything()), (forged) => {
      expect(unseal(forged, LIST)).toBeUndefined();
    }),
  );
  expect(unseal(`${CURSOR}=`, LIST)).toBeUndefined();
  expect(unseal(CURSOR.slice(0, -1), LIST)).toBeUndefined();
});

test('no filter, an empty one, and one that asks for what is so anyway are the same', () => {
  const cursor = seal(PLACE, { ...LIST, filter: null });
  for (const filter of [null, {}, { types: null }, { allEditions: false }])
    expect(unseal(cursor, { ...LIST, filter })).toEqual(PLACE);
});
