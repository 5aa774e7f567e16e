import { expect, test } from '@jest/globals';
import { findingsAfter } from './findings-after.ts';

const broken = (place: string) => ({
  code: 'LOCAL_NOT_OWNED',
  place,
  says: '@local gives an owned record; to a shared entity use a code and @ref.',
});

test("a shared entity is nobody's own", () => {
  expect(findingsAfter('company: Company @ref(by: "lei")', 'company: Company @local')).toEqual([
    broken('Organisation.company'),
  ]);
});

test("a scalar is no record of one's own", () => {
  expect(
    findingsAfter(
      `adm1: String
  "Where, WGS 84."`,
      `adm1: String @local
  "Where, WGS 84."`,
    ),
  ).toEqual([broken('Deposit.adm1')]);
});
