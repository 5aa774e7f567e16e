import { expect, test } from '@jest/globals';
import { buildSchema, parse } from 'graphql';
import { askedFields } from '../../../gateway/limits/asked-fields.ts';

const SDL = 'type Query { a(first: Int): Query b(first: Int): Query c: Query }';
const schema = buildSchema(SDL);
const document = parse(`
  query A { a(first: 1) { c { ...F ...F } } }
  query B { c { b(first: 2) { c } } }
  fragment F on Query { b(first: 3) { c } }
`);
const named = (operation: string, of = schema) =>
  askedFields(of, document, operation).map(({ node, field }) => `${node.name.value} ${field.name}`);

test('an operation has its own fields with arguments, and those of its fragments once', () => {
  expect(named('A')).toEqual(['a a', 'b b']);
  expect(named('B')).toEqual(['b b']);
  expect(askedFields(schema, parse('{ c { a(first: 1) { c } } }'))).toHaveLength(1);
});

test('they are looked for once in each schema', () => {
  expect(askedFields(schema, document, 'A')).toBe(askedFields(schema, document, 'A'));
  const other = buildSchema(SDL);
  expect(askedFields(other, document, 'A')).not.toBe(askedFields(schema, document, 'A'));
  expect(named('A', other)).toEqual(named('A'));
});
