import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { LIMITS } from '../../../gateway/limits/index.ts';
import { type Stub, serveStub } from './stub.ts';

let stub: Stub;
beforeAll(async () => {
  stub = await serveStub();
});
afterAll(() => stub.close());

async function post(body: unknown) {
  const answer = await fetch(`${stub.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  return { status: answer.status, ...((await answer.json()) as object) };
}

const SALAM = { status: 200, data: { hello: 'salam' } };
const refused = (code: string, message: string) => ({
  status: 400,
  errors: [{ message, extensions: { code } }],
});
const ofBytes = (bytes: number) => `{ hello }${' '.repeat(bytes - 9)}`;

test('a question has at most 65,536 bytes', async () => {
  expect(await post({ query: ofBytes(LIMITS.documentBytesMax) })).toEqual(SALAM);
  expect(await post({ query: ofBytes(LIMITS.documentBytesMax + 1) })).toEqual(
    refused(
      'DOCUMENT_TOO_LARGE',
      'Expected a question of at most 65536 bytes, got 65537. Split it, and put long values into variables.',
    ),
  );
});

test('bytes are counted, not letters', async () => {
  const query = `{ hello } # ${'é'.repeat(LIMITS.documentBytesMax / 2)}`;
  expect(await post({ query })).toMatchObject({ status: 400 });
});

test('a question has at most 10,000 words and signs', async () => {
  const words = (count: number) => `{ ${'x '.repeat(count - 2)}}`;
  expect(await post({ query: words(LIMITS.documentTokensMax + 1) })).toMatchObject(
    refused(
      'DOCUMENT_TOO_LARGE',
      'Expected a question of at most 10000 words and signs, got more. Split it.',
    ),
  );
  expect(await post({ query: words(LIMITS.documentTokensMax) })).toMatchObject({
    errors: [{ extensions: { code: 'DOCUMENT_TOO_WIDE' } }],
  });
});

test('what is too deep is refused before it is validated, whenever it comes', async () => {
  const query = `${'{ a '.repeat(33)}${'}'.repeat(33)}`;
  const depth = refused(
    'DOCUMENT_TOO_DEEP',
    'Expected at most 32 levels of fields and fragments within one another, got 33. Ask for the inner records by their ids in a question of their own.',
  );
  expect(await post({ query })).toEqual(depth);
  expect(await post({ query, operationName: 'Other' })).toEqual(depth);
  expect(await post({ query: '{ __typename }' })).toEqual({
    status: 200,
    data: { __typename: 'Query' },
  });
});

test('what is nested thousands of levels deep is refused like what is too deep', async () => {
  const list = `{ hello(first: ${'['.repeat(4_000)}1${']'.repeat(4_000)}) }`;
  expect(await post({ query: list })).toMatchObject({
    status: 400,
    errors: [{ extensions: { code: 'DOCUMENT_TOO_DEEP' } }],
  });
});

test('of many mistakes ten are told', async () => {
  const { errors } = (await post({ query: `{ ${'x '.repeat(40)}}` })) as unknown as {
    readonly errors: readonly { readonly message: string }[];
  };
  expect(errors.length).toBe(LIMITS.mistakesMax + 1);
  expect(errors.at(-1)?.message).toBe(
    'Too many validation errors, error limit reached. Validation aborted.',
  );
});

test('several questions in one request are refused', async () => {
  expect(await post([{ query: '{ hello }' }, { query: '{ hello }' }])).toEqual({
    status: 400,
    errors: [{ message: 'Operation batching disabled.', extensions: { code: 'BAD_REQUEST' } }],
  });
});

test.each(['{ ... ', '{ a ', '{ a(b: [{ c: '])(
  'however deep a question is, of `%s`, it is refused as a mistake of who asks',
  async (open) => {
    for (let depth = 500; depth <= 3_300; depth += 50)
      expect(await post({ query: open.repeat(depth) + '}'.repeat(depth) })).toMatchObject({
        status: 400,
      });
  },
);
