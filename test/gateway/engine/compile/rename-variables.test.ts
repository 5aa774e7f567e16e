import { expect, test } from '@jest/globals';
import { parse, print } from 'graphql';
import {
  plannersVariables,
  renameVariables,
} from '../../../../gateway/engine/compile/rename-variables.ts';

const onOneLine = (query: string) => print(parse(query)).replaceAll(/\s+/g, ' ');

test('variables that are used between gateway and subgraphs are renamed wherever they stand', () => {
  const query =
    'query ($representations: ID!, $zlg_if: Boolean = true, $__proto__: [Int], $zz_x: ID, $contextualArgument_1_0: ID, $id: ID) { a(id: $representations, in: [$zz_x, $contextualArgument_1_0, { b: $__proto__ }]) @skip(if: $zlg_if) { b(id: $id) ...F } } fragment F on A { c(d: $zlg_if) }';
  expect(onOneLine(print(renameVariables(parse(query))))).toBe(
    onOneLine(
      'query ($zz_representations: ID!, $zz_zlg_if: Boolean = true, $zz___proto__: [Int], $zz_zz_x: ID, $zz_contextualArgument_1_0: ID, $id: ID) { a(id: $zz_representations, in: [$zz_zz_x, $zz_contextualArgument_1_0, { b: $zz___proto__ }]) @skip(if: $zz_zlg_if) { b(id: $id) ...F } } fragment F on A { c(d: $zz_zlg_if) }',
    ),
  );
});

test('a document without them is given back as it is', () => {
  const document = parse(
    'query ($representation: ID, $zz: ID, $_id: ID) { a(b: $representation) }',
  );
  expect(renameVariables(document)).toBe(document);
});

test('a request’s variables follow their names, and their values stay', () => {
  const given = JSON.parse(
    '{ "__proto__": { "a": 1 }, "representations": [1], "zz_x": null, "id": 2 }',
  );
  const expected = JSON.parse(
    '{ "zz___proto__": { "a": 1 }, "zz_representations": [1], "zz_zz_x": null, "id": 2 }',
  );
  expect(plannersVariables(given)).toEqual(expected);
});

test('variables without such names are given back as they are', () => {
  const given = { id: 1 };
  expect(plannersVariables(given)).toBe(given);
});
