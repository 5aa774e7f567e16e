import { expect, test } from '@jest/globals';
import { buildSchema } from 'graphql';
import { LIMITS } from '../../../../gateway/limits/index.ts';
import { openDocuments } from '../../../../gateway/server/pipeline/documents.ts';

const schema = buildSchema('type Query { hello: String }');
const SHA_256_OF_HELLO = '001c3174e099bd72b729d0c0a529ba9f5a740c446e2a6e1d71b283cb84ec3065';

test('a text that is known is not read again, whoever asks it', () => {
  const read = openDocuments(schema, []);
  const first = read('{ hello }');
  expect(first).toMatchObject({ kind: 'read', queryHash: SHA_256_OF_HELLO });
  expect(read(['{ hello', '}'].join(' '))).toBe(first);
  expect(read('{ hello  }')).not.toBe(first);
});

test('what is refused is told each time anew, and not kept', () => {
  const read = openDocuments(schema, []);
  const first = read('{ bonjour }');
  expect(first).toMatchObject({
    kind: 'refused',
    faults: [{ extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } }],
  });
  const again = read('{ bonjour }');
  expect(again).toEqual(first);
  expect(again).not.toBe(first);
});

test('the documents that are kept have a limit, and the one that was asked last is among them', () => {
  const read = openDocuments(schema, []);
  const first = read('{ hello }');
  const sizeOfEach = 5_000; // at least
  const aliases = Array.from({ length: 40 }, (_, i) => `a${i}: hello`).join(' ');
  const distinct = (i: number) => `{ ${aliases} ${' '.repeat(i)} }`;
  for (let i = 0; i * sizeOfEach < LIMITS.documentsKeptBytesMax; i += 1) read(distinct(i));
  expect(read('{ hello }')).not.toBe(first);
  const last = read(distinct(0));
  expect(read(distinct(0))).toBe(last);
});

test('what a schema refuses another may have', () => {
  const other = openDocuments(buildSchema('type Query { bonjour: String }'), []);
  expect(other('{ bonjour }').kind).toBe('read');
  expect(openDocuments(schema, [])('{ bonjour }').kind).toBe('refused');
});
