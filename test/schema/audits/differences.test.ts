import { expect, test } from '@jest/globals';
import type { TypeDefinitionNode } from 'graphql';
import { differencesOf } from '../../../schema/audits/differences.ts';
import { readContract } from '../../../schema/index.ts';

const typesIn = (sdl: string): ReadonlyMap<string, TypeDefinitionNode> => readContract(sdl).types;

const CONTRACT = `
  type Query { sites(filter: Filter, first: Int = 50): [Site!] }
  type Site { id: ID! name: String kind: Kind }
  input Filter { owners: [String!] all: Boolean = false }
  enum Kind { MINE PORT }
`;
const changed = (from: string, to: string) => {
  expect(CONTRACT).toContain(from);
  return differencesOf(typesIn(CONTRACT), typesIn(CONTRACT.replace(from, to)));
};

test('a schema that is the contract differs in nothing', () => {
  expect(differencesOf(typesIn(CONTRACT), typesIn(CONTRACT))).toEqual([]);
});

test.each([
  ['enum Kind {', 'enum Sort {', 'TYPE_MISSING', 'The type Kind is not served.'],
  ['name: String', 'title: String', 'FIELD_MISSING', 'The field Site.name is not served.'],
  ['name: String', 'name: Int', 'FIELD_TYPE', 'Expected Site.name to be String, it is Int.'],
  [
    'name: String',
    'name: [String]',
    'FIELD_TYPE',
    'Expected Site.name to be String, it is [String].',
  ],
  [
    'name: String',
    'name: String!',
    'FIELD_TOO_STRICT',
    'Expected Site.name to be String, it is String!.',
  ],
  [
    '[Site!]',
    '[Site!]!',
    'FIELD_TOO_STRICT',
    'Expected Query.sites to be [Site!], it is [Site!]!.',
  ],
  ['[Site!]', '[Site]', 'FIELD_TOO_LOOSE', 'Expected Query.sites to be [Site!], it is [Site].'],
  ['id: ID!', 'id: ID', 'FIELD_TOO_LOOSE', 'Expected Site.id to be ID!, it is ID.'],
  ['filter: Filter, ', '', 'ARGUMENT_MISSING', 'The argument Query.sites(filter) is not served.'],
  [
    'first: Int',
    'first: Float',
    'ARGUMENT_TYPE',
    'Expected Query.sites(first) to be Int, it is Float.',
  ],
  [
    'filter: Filter',
    'filter: Filter!',
    'ARGUMENT_TOO_STRICT',
    'Expected Query.sites(filter) to be Filter, it is Filter!.',
  ],
  [
    'filter: Filter',
    'filter: Filter, key: ID!',
    'ARGUMENT_TOO_STRICT',
    'The contract has no argument Query.sites(key), and it must be given.',
  ],
  [
    'first: Int = 50',
    'first: Int = 20',
    'ARGUMENT_DEFAULT',
    'Expected Query.sites(first) to be 50 unless told, it is 20.',
  ],
  ['owners: [String!]', '', 'INPUT_FIELD_MISSING', 'The input Filter(owners) is not served.'],
  [
    'owners: [String!]',
    'owners: String',
    'INPUT_FIELD_TYPE',
    'Expected Filter(owners) to be [String!], it is String.',
  ],
  [
    'owners: [String!]',
    'owners: [String!]!',
    'INPUT_FIELD_TOO_STRICT',
    'Expected Filter(owners) to be [String!], it is [String!]!.',
  ],
  [
    'owners: [String!]',
    'owners: [String!] colour: String',
    'INPUT_FIELD_UNKNOWN',
    'The contract has no input Filter(colour).',
  ],
  [
    'all: Boolean = false',
    'all: Boolean',
    'INPUT_FIELD_DEFAULT',
    'Expected Filter(all) to be false unless told, it is nothing.',
  ],
  ['MINE PORT', 'MINE', 'VALUE_MISSING', 'Kind lacks the word PORT.'],
  ['MINE PORT', 'MINE PORT QUARRY', 'VALUE_UNKNOWN', "The contract's Kind has no word QUARRY."],
])('%s as %s is %s', (from, to, kind, says) => {
  expect(changed(from, to)).toEqual([{ kind, says }]);
});

test('an argument that may be left out, and a looser one, are no differences', () => {
  expect(changed('filter: Filter', 'filter: Filter, language: String')).toEqual([]);
  expect(changed('owners: [String!]', 'owners: [String]')).toEqual([]);
});

test('a type of another kind is told', () => {
  expect(changed('enum Kind { MINE PORT }', 'scalar Kind')).toEqual([
    { kind: 'TYPE_KIND', says: 'Expected Kind to be enum, it is scalar.' },
  ]);
});
