import { expect, test } from '@jest/globals';
import { print } from 'graphql';
import { checkContract, contractAsOf, deriveMember, readContract } from '../../schema/index.ts';
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

test.each(VERSIONS)('the newest contract as of %s is the contract that was', (version) => {
  const asOf = contractAsOf(contractAt('1.0-skew.4'), version);
  const told = ({ types }: typeof asOf) => [...types.values()].map(print).toSorted();
  expect(asOf.version).toBe(version);
  expect(told(asOf)).toEqual(told(contractAt(version)));
});

test('of a later version nothing is known, so the contract stays as it is', () => {
  const contract = contractAt('1.0-skew.2');
  expect(contractAsOf(contract, '1.0-skew.3')).toBe(contract);
});
