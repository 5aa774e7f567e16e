import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { REFUSALS } from '../../../schema/index.ts';
import type { HttpAnswer, HttpRequest } from './exchange.ts';
import { type GuardedGateway, openGuardedGateway } from './guarded-gateway.ts';

/*
 * What a page of another site can make a browser send without asking first: GET and POST, with the content types of forms, with cookies.
 * Apollo's own guard (csrfPrevention) wants a special header, which a plain GET does not have; it is off, and these stand in its place.
 */

let gateway: GuardedGateway;
beforeAll(async () => {
  gateway = await openGuardedGateway();
});
afterAll(() => gateway.close());

const BODY = '{"query":"{ sites(first: 2) { edges { node { id } } total { count } } }"}';
const JSON_TYPE = 'application/json';

const said = ({ status, body }: HttpAnswer) => ({ status, body: JSON.parse(body) });
const REFUSED = {
  status: 415,
  body: {
    errors: [
      {
        message: 'A POST to /graphql has the content type application/json.',
        extensions: { code: 'BAD_REQUEST' },
      },
    ],
  },
};

test.each([
  // Those that a form or a script of another site may send unasked.
  ['text/plain'],
  ['text/plain; charset=utf-8'],
  ['text/plain;application/json'],
  ['text/plain; x=application/json'],
  ['text/plain; charset=application/json'],
  ['application/x-www-form-urlencoded'],
  ['application/x-www-form-urlencoded; charset=utf-8'],
  ['multipart/form-data'],
  ['multipart/form-data; boundary=application/json'],
  // Those that resemble the right one.
  ['text/json'],
  ['application/jsonp'],
  ['application/json+x'],
  ['application/vnd.api+json'],
  ['application/graphql'],
  ['application/graphql+json'],
  ['application/graphql-response+json'],
  ['application/json/x'],
  ['application /json'],
  ['application/json, text/plain'],
  ['text/plain, application/json'],
  ['application/json text/plain'],
  ['"application/json"'],
  ['application/*'],
  ['*/*'],
  ['json'],
  ['/'],
  [''],
])('a POST of %j is no question, whatever its body', async (type) => {
  const headers = { 'content-type': type };
  const form = `query=${encodeURIComponent('{ __typename }')}`;
  const parts = `--x\r\ncontent-disposition: form-data; name="operations"\r\n\r\n${BODY}\r\n--x--`;
  for (const body of [BODY, form, parts])
    expect(said(await gateway.send({ method: 'POST', headers, body }))).toEqual(REFUSED);
});

test('a POST that says nothing of its type is no question', async () => {
  expect(said(await gateway.send({ method: 'POST', body: BODY }))).toEqual(REFUSED);
});

test('a POST of a form asks nothing by its address either', async () => {
  const headers = { 'content-type': 'text/plain' };
  const path = '/graphql?query={__typename}';
  for (const body of ['x=y', BODY])
    expect(said(await gateway.send({ method: 'POST', path, headers, body }))).toEqual(REFUSED);
  const { status } = await gateway.send({ method: 'POST', path });
  expect(status).toBe(400);
});

test.each([
  ['application/json'],
  ['APPLICATION/Json'],
  ['application/json; charset=utf-8'],
  ['application/json;'],
])('a POST of %s is a question', async (type) => {
  const headers = { 'content-type': type };
  expect((await gateway.send({ method: 'POST', headers, body: BODY })).status).toBe(200);
});

test('another site that asks first whether it may send JSON is not told that it may', async () => {
  const { status, headers } = await gateway.send({
    method: 'OPTIONS',
    headers: {
      origin: 'https://elsewhere.example',
      'access-control-request-method': 'POST',
      'access-control-request-headers': 'content-type',
    },
  });
  const allows = headers.filter(([name]) => name === 'access-control-allow-origin');
  expect([status, allows]).toEqual([204, []]);
});

const COOKIE = 'session=0123456789abcdef; viewer=ministry; token=secret; __Host-id=1';
const ROUTES: readonly HttpRequest[] = [
  { method: 'POST', path: '/graphql', headers: { 'content-type': JSON_TYPE }, body: BODY },
  { method: 'GET', path: `/graphql?query=${encodeURIComponent(JSON.parse(BODY).query)}` },
  { method: 'GET', path: '/graphql?query={nowhere}' },
  { method: 'POST', path: '/graphql', headers: { 'content-type': 'text/plain' }, body: BODY },
  { method: 'GET', path: '/' },
  { method: 'GET', path: '/health' },
  { method: 'GET', path: '/ready' },
  { method: 'GET', path: '/nowhere' },
  { method: 'GET', path: '/members', headers: { accept: 'text/html' } },
];

/** What differs from one moment to the next, asked by whomever. */
const settled = ({ status, headers, body }: HttpAnswer) => ({
  status,
  headers: headers.filter(([name]) => name !== 'date'),
  body: body.replaceAll(/<time .*?<\/time>|within [\d,]+ ms/g, ''),
});

test.each(ROUTES)(
  '$method $path is answered with the same bytes to who sends cookies, and none is set',
  async (request) => {
    const without = settled(await gateway.send(request));
    const headers = { ...request.headers, cookie: COOKIE };
    const answer = settled(await gateway.send({ ...request, headers }));
    expect(answer).toEqual(without);
    expect(answer.headers.filter(([name]) => name.includes('cookie'))).toEqual([]);
  },
);

test.each([
  [
    'mutation',
    'OPERATION_RESOLUTION_FAILURE',
    'Expected a query, got a mutation; there are none here.',
  ],
  ['subscription', 'SUBSCRIPTION_NOT_OFFERED', REFUSALS.SUBSCRIPTION_NOT_OFFERED.says],
])('there is no %s: a GET is refused with 405, a POST with 400', async (kind, code, message) => {
  for (const document of [
    `${kind} { __typename }`,
    `${kind} M { x }`,
    `query Q { __typename } ${kind} M { x }`,
  ]) {
    const search = new URLSearchParams({
      query: document,
      ...(document.includes('M') && { operationName: 'M' }),
    });
    expect(said(await gateway.send({ path: `/graphql?${search}` }))).toEqual({
      status: 405,
      body: {
        errors: [
          {
            message: `GET requests only support query operations, not ${kind} operations`,
            extensions: { code: 'BAD_REQUEST' },
          },
        ],
      },
    });
    const question = { query: document, operationName: document.includes('M') ? 'M' : null };
    expect(said(await gateway.post(question))).toEqual({
      status: 400,
      body: {
        errors: [
          {
            message,
            extensions: { code },
          },
        ],
      },
    });
  }
});

test.each(['HEAD', 'PUT', 'PATCH', 'DELETE'])('%s asks nothing', async (method) => {
  const headers = { 'content-type': JSON_TYPE };
  const path = '/graphql?query={__typename}';
  const { status, body } = await gateway.send({
    method,
    path,
    headers,
    ...(method !== 'HEAD' && { body: BODY }),
  });
  expect([status, body.includes('data')]).toEqual([405, false]);
});
