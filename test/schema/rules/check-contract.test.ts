import { readdirSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { checkContract, RULES, readContract } from '../../../schema/index.ts';

test('the contract keeps every rule', () => {
  expect(checkContract(readContract())).toEqual([]);
});

test('codes never change, and the clearest message comes first', () => {
  expect(RULES.map(({ code }) => code)).toEqual([
    'TYPE_ABSTRACT',
    'OWNED_WITHOUT_ID',
    'SHARED_WITHOUT_KEY',
    'SUMMARY_MISPLACED',
    'REF_MISPLACED',
    'ROUTED_MISPLACED',
    'SCATTERED_MISPLACED',
    'SUMMARY_HOLDS_RECORD',
    'RECORD_UNSAID',
    'LOCAL_NOT_OWNED',
    'LOCAL_LIST',
    'REF_WITHOUT_ID',
    'REF_SHAPE',
    'REF_ID_WITH_ARGUMENTS',
    'REF_ID_NOT_SUMMARY',
    'ROUTED_ARGUMENT',
    'ROUTED_MERGE',
    'SCATTERED_WITHOUT_MERGE',
    'LIST_ARGUMENTS',
    'FILTER_WITHOUT_OWNERS',
    'MERGE_SHAPE',
    'MERGE_OF_UNKNOWN',
    'PARTS_ROW',
    'FIELD_REQUIRED',
    'SINCE_REQUIRED',
    'SINCE_MISSING',
    'NAME_RESERVED',
    'DESCRIPTION_MISSING',
  ]);
});

test('each rule has its own file and its own test, named after its code', () => {
  const files = RULES.map(({ code }) => code.toLowerCase().replaceAll('_', '-'));
  const inFolder = (folder: string) => new Set(readdirSync(folder));
  expect(files.filter((file) => !inFolder('schema/rules').has(`${file}.ts`))).toEqual([]);
  expect(files.filter((file) => !inFolder('test/schema/rules').has(`${file}.test.ts`))).toEqual([]);
});

test('all that is found is told at once, in the order of the rules', () => {
  const contract = readContract(`
    "A thing." type Thing_ { "It." site: Thing @local }
    type Query { "Things." things: [Thing_!]! }
  `);
  expect(checkContract(contract).map(({ code, place }) => `${code} ${place}`)).toEqual([
    'LOCAL_NOT_OWNED Thing_.site',
    'SCATTERED_WITHOUT_MERGE Query.things',
    'FIELD_REQUIRED Query.things',
    'NAME_RESERVED Thing_',
    'DESCRIPTION_MISSING Query',
  ]);
});
