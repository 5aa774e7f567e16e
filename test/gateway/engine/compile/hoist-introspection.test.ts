import { expect, test } from '@jest/globals';
import { parse, print } from 'graphql';
import { hoistIntrospection } from '../../../../gateway/engine/compile/hoist-introspection.ts';

const onOneLine = (query: string) => print(parse(query)).replaceAll(/\s+/g, ' ');

function hoisted(query: string) {
  const { document, introspection } = hoistIntrospection(parse(query)) ?? {};
  return [document, introspection].map((each) => each && onOneLine(print(each)));
}

test.each([
  ['nothing', '{ __typename a { __typename } }'],
  ['the root', '{ __schema { types { name } } ... { t: __type(name: "A") { name } } a { b } }'],
  [
    'a fragment at the root',
    '{ ...F a { ...A } } fragment F on Query { __schema { ...S } } fragment S on __Schema { types { name } } fragment A on A { b }',
  ],
])('a question for the schema of %s stays', (_, query) => {
  expect(hoistIntrospection(parse(query))).toBeUndefined();
});

test('what is asked of the schema further down is asked at the root, under a name of its own', () => {
  expect(
    hoisted(
      'query A($n: String!, $x: Boolean!, $i: ID) { a(i: $i) { root { t: __type(name: $n) @skip(if: $x) { ...T } b } } __schema { types { name } } } fragment T on __Type { name }',
    ),
  ).toEqual([
    onOneLine(
      'query A($x: Boolean!, $i: ID) { a(i: $i) { root { t: __typename @skip(if: $x) @zlg_own(name: "zlg_0") b } } __schema: __typename @zlg_own(name: "zlg_1") }',
    ),
    onOneLine(
      'query A($n: String!) { zlg_0: __type(name: $n) { ...T } zlg_1: __schema { types { name } } } fragment T on __Type { name }',
    ),
  ]);
});

test('a mutation asks the schema by a query', () => {
  expect(hoisted('mutation { do { root { __type(name: "A") { name } } } }')).toEqual([
    onOneLine('mutation { do { root { __type: __typename @zlg_own(name: "zlg_0") } } }'),
    onOneLine('query { zlg_0: __type(name: "A") { name } }'),
  ]);
});

test('a fragment may stand at the root and further down', () => {
  expect(
    hoisted(
      '{ ...F a { root { ...G } } } fragment F on Query { __schema { types { name } } } fragment G on Query { ...F }',
    ),
  ).toEqual([
    onOneLine(
      '{ ...F a { root { ...G } } } fragment F on Query { __schema: __typename @zlg_own(name: "zlg_0") } fragment G on Query { ...F }',
    ),
    onOneLine('{ zlg_0: __schema { types { name } } }'),
  ]);
});
