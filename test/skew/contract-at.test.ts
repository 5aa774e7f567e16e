import { expect, test } from '@jest/globals';
import { checkContract, deriveMember, readContract } from '../../schema/index.ts';
import { contractAt, VERSIONS } from './contract-at.ts';

test.each(VERSIONS)('the contract of %s keeps every rule', (version) => {
  expect(checkContract(contractAt(version))).toEqual([]);
});

test('the first of the five is the contract as it is', () => {
  expect(deriveMember(contractAt('1.0'))).toBe(deriveMember(readContract()));
});

test('each has all that came before it, and knows what each of the others lacks', () => {
  const lacking = VERSIONS.map((gateway) =>
    VERSIONS.map((member) => contractAt(gateway).newerThan(member).size),
  );
  const came = [0, 3, 2, 1, 11];
  const sum = (from: number, to: number) =>
    came.slice(from + 1, to + 1).reduce((all, each) => all + each, 0);
  expect(lacking).toEqual(
    VERSIONS.map((_, gateway) =>
      VERSIONS.map((_member, member) => (member < gateway ? sum(member, gateway) : 0)),
    ),
  );
});
