import { expect, test } from '@jest/globals';
import { buildSchema, parse, print, validate } from 'graphql';
import { plannable } from '../../../../gateway/engine/compile/plannable.ts';

const SCHEMA = buildSchema(`
  interface Place { id: ID }
  interface Deep { depth: Int }
  interface Site implements Place { id: ID }
  type Mine implements Site & Place & Deep { id: ID depth: Int near: Site }
  type Port implements Site & Place { id: ID }
  type Road { id: ID }
  union Either = Mine | Road
  union Sited = Mine | Port
  type Query { mine: Mine site: Site either: Either }`);

const onOneLine = (query: string) => print(parse(query)).replaceAll(/\s+/g, ' ');
function planned(query: string, interfaceObjects: readonly string[] = []) {
  const document = parse(query);
  expect(validate(SCHEMA, document)).toEqual([]);
  const made = plannable({ schema: SCHEMA, interfaceObjects: new Set(interfaceObjects) }, document);
  expect(validate(SCHEMA, made)).toEqual([]);
  return onOneLine(print(made));
}

test.each([
  ['plain fields stay', '{ mine { id near { id } } }', '{ mine { id near { id } } }'],
  [
    'a named fragment stands where it is spread, with its condition',
    'query A($v: Boolean!) { mine { id ...F @skip(if: $v) } } fragment F on Mine { depth }',
    'query A($v: Boolean!) { mine { id ... @skip(if: $v) { depth } } }',
  ],
  [
    'what an interface selects of an object is selected of the object',
    '{ mine { ... on Site { ... on Mine { depth } id } } }',
    '{ mine { depth id } }',
  ],
  [
    'fragments that no object meets are not there',
    '{ site { id ... on Either { ... on Site { ... on Port { id } ... on Mine { depth } } } } }',
    '{ site { id ... on Mine { depth } } }',
  ],
  [
    'a fragment on a union is one on each of its objects that may be met',
    '{ site { id ... on Either { __typename ... on Site { id } } } }',
    '{ site { id ... on Mine { __typename id } } }',
  ],
  [
    'a fragment on a union of all that may be met is none',
    '{ site { id ... on Sited { ... on Port { id } } } }',
    '{ site { id ... on Port { id } } }',
  ],
  [
    'a fragment on what an interface implements is none',
    '{ site { ... on Place { id ... on Site { __typename } } } }',
    '{ site { id __typename } }',
  ],
  [
    'where conditions may take everything out, the name of the type stays',
    'query A($v: Boolean!) { mine { id @skip(if: $v) near @include(if: true) { ... @skip(if: $v) { id } } } }',
    'query A($v: Boolean!) { mine { id @skip(if: $v) near @include(if: true) { ... @skip(if: $v) { id } __typename } __typename } }',
  ],
  [
    'variables of what is gone are gone',
    'query A($v: Boolean!) { site { id ... on Either { ... on Site { ... on Port @skip(if: $v) { id } } } } }',
    'query A { site { id } }',
  ],
])('%s', (_, query, expected) => {
  expect(planned(query)).toBe(onOneLine(expected));
});

test('a fragment on another interface is one on each of its objects where an interface is an object elsewhere', () => {
  const query = '{ site { id ... on Deep { depth } } }';
  expect(planned(query)).toEqual(query);
  expect(planned(query, ['Site'])).toEqual('{ site { id ... on Mine { depth } } }');
});
