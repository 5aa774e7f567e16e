import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type Stub, serveStub } from '../server/stub.ts';
import { exchange, type HttpAnswer, type HttpRequest } from './exchange.ts';

/** The gateway's own server; what it asks behind it is no matter of bodies. */
let stub: Stub;
beforeAll(async () => {
  stub = await serveStub();
});
afterAll(() => stub.close());
const send = (request: HttpRequest) => exchange(stub.url, request);

const BODY = '{"query":"{ __typename }"}';
const JSON_TYPE = 'application/json';

const post = (headers: HttpRequest['headers'], body: HttpRequest['body'] = BODY) =>
  send({ method: 'POST', headers: { ...headers }, body });
const said = ({ status, body }: HttpAnswer) => {
  const { data, errors } = JSON.parse(body);
  return { status, ...(data && { data }), ...(errors && { errors }) };
};
const refused = (status: number, message: string) => ({
  status,
  errors: [{ message, extensions: { code: 'BAD_REQUEST' } }],
});
const ANSWERED = { status: 200, data: { __typename: 'Query' } };
const NO_JSON = refused(
  400,
  'Expected a body in JSON, got one that cannot be read; no object in it may have the key "__proto__", or a "constructor" with a "prototype".',
);

test.each([
  'utf-16',
  'UTF-16LE',
  'utf-7',
  'utf-32',
  'latin1',
  'iso-8859-1',
  'us-ascii',
  'utf-8-bom',
  'shift_jis',
  '"utf-16"',
  '',
  'utf-8; charset=utf-16',
])('a body that says its charset is %s is refused, whatever its bytes', async (charset) => {
  const expected = refused(
    415,
    'Expected a body in UTF-8, got one in another charset; send `content-type: application/json` and UTF-8.',
  );
  const types = [`${JSON_TYPE}; charset=${charset}`, `${JSON_TYPE} ;CHARSET = ${charset}`];
  for (const type of types) {
    expect(said(await post({ 'content-type': type }))).toEqual(expected);
    const wide = Buffer.from(BODY, 'utf16le');
    expect(said(await post({ 'content-type': type }, wide))).toEqual(expected);
  }
});

test.each(['utf-8', 'UTF-8', 'utf8', '"utf-8"'])('a body in %s is read', async (charset) => {
  expect(said(await post({ 'content-type': `${JSON_TYPE}; charset=${charset}` }))).toEqual(
    ANSWERED,
  );
});

test.each([
  ['UTF-16', Buffer.from(BODY, 'utf16le')],
  ['UTF-16, big end first', Buffer.from(BODY, 'utf16le').swap16()],
  ['UTF-16 with its mark', Buffer.from(`\ufeff${BODY}`, 'utf16le')],
  ['UTF-32', Buffer.from([...BODY].flatMap((letter) => [letter.charCodeAt(0), 0, 0, 0]))],
  ['UTF-7', Buffer.from('+AHsAIgBxAHUAZQByAHkAIgA6ACIAewBfAF8AdAB5AHAAZQBuAGEAbQBlAH0AIgB9-')],
])('a body in %s that does not say so is no JSON', async (_, body) => {
  const answer = said(await post({ 'content-type': JSON_TYPE }, body));
  expect(answer.status).toBe(400);
  expect([NO_JSON, NO_UTF8]).toContainEqual(answer);
});
const NO_UTF8 = refused(400, 'Expected a body in UTF-8, got bytes that are none.');

test.each([
  ['a letter of Latin-1', Buffer.from('{"query":"{ __typename } # é"}', 'latin1')],
  [
    'half a sign',
    Buffer.from([...Buffer.from('{"query":"{ __typename } # '), 0xe2, 0x82, 0x22, 0x7d]),
  ],
  [
    'an overlong slash',
    Buffer.from([...Buffer.from('{"query":"{ __typename } # '), 0xc0, 0xaf, 0x22, 0x7d]),
  ],
  [
    'half a surrogate',
    Buffer.from([...Buffer.from('{"query":"{ __typename } # '), 0xed, 0xa0, 0x80, 0x22, 0x7d]),
  ],
])('a body with %s is not guessed at', async (_, body) => {
  expect(said(await post({ 'content-type': JSON_TYPE }, body))).toEqual(NO_UTF8);
});

test.each(['gzip', 'br', 'deflate', 'zstd', 'compress', 'gzip, gzip', 'GZIP', 'x', 'utf-8'])(
  'a body that says it is compressed by %s is refused, compressed or not',
  async (encoding) => {
    const expected = refused(
      415,
      'Expected a body as it is, got one with a content-encoding; questions are short, send them uncompressed.',
    );
    const headers = { 'content-type': JSON_TYPE, 'content-encoding': encoding };
    expect(said(await post(headers))).toEqual(expected);
    expect(said(await post(headers, gzipSync(BODY)))).toEqual(expected);
    const bomb = gzipSync(Buffer.alloc(16_777_216, 0x20));
    expect(said(await post(headers, bomb))).toEqual(expected);
  },
);

test('a body that is as it says is read, and one that is compressed all the same is no JSON', async () => {
  const headers = { 'content-type': JSON_TYPE, 'content-encoding': 'identity' };
  expect(said(await post(headers))).toEqual(ANSWERED);
  expect(said(await post(headers, gzipSync(BODY)))).toEqual(NO_UTF8);
});

const ASKED = '/graphql?query={__typename}';
const get = (headers: HttpRequest['headers'], body = '') =>
  send({ path: ASKED, headers: { ...headers }, body });

test.each([
  'text/plain',
  'multipart/form-data; boundary=x',
  'application/x-www-form-urlencoded',
  'application/graphql',
  'text/plain;application/json',
  'x',
  ';',
])('a GET with the content type %s is refused, with a body and without', async (type) => {
  const expected = refused(
    415,
    'GET requests may not have a content-type header other than application/json.',
  );
  expect(said(await get({ 'content-type': type }))).toEqual(expected);
  expect(said(await get({ 'content-type': type }, BODY))).toEqual(expected);
});

test('the body of a GET is not read, whatever it says', async () => {
  const other = '{"query":"{ hello }"}';
  expect(said(await get({}, other))).toEqual(ANSWERED);
  for (const charset of ['utf-8', 'utf-16', 'latin1'])
    expect(said(await get({ 'content-type': `${JSON_TYPE}; charset=${charset}` }, other))).toEqual(
      ANSWERED,
    );
  expect(said(await send({ body: other, headers: { 'content-type': JSON_TYPE } }))).toEqual(
    refused(
      400,
      'GraphQL operations must contain a non-empty `query` or a `persistedQuery` extension.',
    ),
  );
});

test('after all of these an honest question is answered as ever', async () => {
  expect(said(await post({ 'content-type': JSON_TYPE }))).toEqual(ANSWERED);
});
