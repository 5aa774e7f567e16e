import { expect, test } from '@jest/globals';
import { isOlder, majorOf, readContract, sdlFile } from '../../schema/index.ts';

test.each([
  ['1.0', '1.0-skew.1', true],
  ['1.0', '1.1', true],
  ['1.9', '1.10', true],
  ['1.1', '1.1.1', true],
  ['1.0-skew.4', '1.1', true],
  ['1.9', '2.0', true],
  ['1.0', '1.0', false],
  ['1.1', '1.0-skew.4', false],
  ['1.10', '1.9', false],
  ['1.0.1', '1.0', false],
])('%s came before %s: %s', (version, than, isBefore) => {
  expect(isOlder(version, than)).toBe(isBefore);
});

test('the major version is what stands before the first point', () => {
  expect(['1.0', '1.0-skew.4', '12.3', '2'].map(majorOf)).toEqual(['1', '1', '12', '2']);
});

const later = readContract(
  sdlFile('contract.graphql')
    .replace('nationalId: String', 'nationalId: String @since(version: "1.1")')
    .replace('enum GeoPrecision', 'enum GeoPrecision @since(version: "1.2")')
    .replace('record(id: ID!)', 'record(id: ID!, at: Date @since(version: "1.1"))')
    .replace('  EVENTS\n', '  EVENTS @since(version: "1.2")\n')
    .replace('input BBox {\n', 'input BBox {\n  "M." height: Int @since(version: "1.2")\n'),
  '1.2',
);

test('a member of an earlier version lacks what came after it', () => {
  const lacking = ['1.0', '1.1', '1.2', '1.3'].map((each) => [...later.newerThan(each)].sort());
  expect(lacking).toEqual([
    ['BBox.height', 'GeoPrecision', 'Module.EVENTS', 'Query.record(at:)', 'Site.nationalId'],
    ['BBox.height', 'GeoPrecision', 'Module.EVENTS'],
    [],
    [],
  ]);
});

test('a member that has not said its version is taken to serve that of the gateway', () => {
  expect([later.newerThan(null).size, later.newerThan(undefined).size]).toEqual([0, 0]);
});

test('of the contract as it is nobody lacks anything', () => {
  expect(readContract().newerThan('1.0').size).toBe(0);
});
