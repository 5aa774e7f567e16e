import { expect, test } from '@jest/globals';
import { additionsOf, readContract } from '../../../schema/index.ts';

const CONTRACT = readContract();

test('an extension adds its types, then its fields; the key of a record is not added', () => {
  const sdl = `
    type Site @key(fields: "id") { id: ID! zm_shafts: [ZmShaft!] }
    type ZmShaft { depth: Float }`;
  expect(additionsOf(sdl, 'ZM', CONTRACT)).toEqual([
    { place: 'ZmShaft', type: null },
    { place: 'Site.zm_shafts', type: '[ZmShaft!]' },
    { place: 'ZmShaft.depth', type: 'Float' },
  ]);
});

test('what cannot be read adds nothing', () => {
  expect(additionsOf('type {', 'ZM', CONTRACT)).toEqual([]);
});
