import { expect, test } from '@jest/globals';
import { buildSchema } from 'graphql';
import { documentsOf, sharedDocuments } from '../../../../subgraphs/kit/http/documents.ts';

const schema = buildSchema('type Query { well: String }');

test('the same text is read and checked once while it is remembered', () => {
  const { parse, validate } = documentsOf(schema);
  const document = parse('{ well }');
  expect(parse('{ well }')).toBe(document);
  expect(validate(document)).toBe(validate(document));
  expect(validate(parse('{ nothing }')).map((each) => each.message)).toEqual([
    'Cannot query field "nothing" on type "Query".',
  ]);
});

test('five hundred texts are remembered; the least lately used is forgotten first', () => {
  const { parse } = documentsOf(schema);
  const first = parse('{ well }');
  const second = parse('{ well # second\n}');
  for (let count = 2; count < 500; count += 1) parse(`{ well # ${count}\n}`);
  expect(parse('{ well }')).toBe(first);
  parse('{ well # one more\n}');
  expect(parse('{ well }')).toBe(first);
  expect(parse('{ well # second\n}')).not.toBe(second);
});

test('a long text is not remembered', () => {
  const { parse } = documentsOf(schema);
  const text = `{ well } # ${'x'.repeat(20_000)}`;
  expect(parse(text)).not.toBe(parse(text));
});

test('members of one schema remember together', () => {
  expect(sharedDocuments(schema)).toBe(sharedDocuments(schema));
});
