import { expect, test } from '@jest/globals';
import { findingsAfter } from './findings-after.ts';

const broken = (place: string) => ({
  code: 'SHARED_WITHOUT_KEY',
  place,
  says: 'A shared type has the key field that @shared names, required.',
});

test('a shared type whose key may be null joins nothing', () => {
  expect(findingsAfter('lei: LEI!', 'lei: LEI')).toEqual([broken('Company')]);
});

test('a shared type whose key takes an argument joins nothing', () => {
  expect(findingsAfter('lei: LEI!', 'lei(short: Boolean): LEI!')).toEqual([broken('Company')]);
});
