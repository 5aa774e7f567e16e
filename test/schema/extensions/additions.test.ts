import { expect, test } from '@jest/globals';
import { additionsOf, readContract } from '../../../schema/index.ts';

const CONTRACT = readContract();

test('an extension adds its types, then its fields; the key of a record is not added', () => {
  const sdl = `
    type Site @key(fields: "id") { id: ID! zm_shafts: [ZmShaft!] }
    "A way down."
    type ZmShaft { "In metres." depth: Float }`;
  expect(additionsOf(sdl, 'ZM', CONTRACT)).toEqual([
    { place: 'ZmShaft', type: null, description: 'A way down.' },
    { place: 'Site.zm_shafts', type: '[ZmShaft!]', description: null },
    { place: 'ZmShaft.depth', type: 'Float', description: 'In metres.' },
  ]);
});

test('what cannot be read adds nothing', () => {
  expect(additionsOf('type {', 'ZM', CONTRACT)).toEqual([]);
});
