import { Socket } from 'node:net';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { buildSchema, GraphQLError } from 'graphql';
import { pino } from 'pino';
import type { MemberContext } from '../../../../subgraphs/kit/graphql/index.ts';
import { type Served, serve } from '../../../../subgraphs/kit/http/index.ts';
import { askOver } from '../../temporary.ts';

const schema = buildSchema(
  'type Query { well: String secrets: [String] refused: String behind: String slow: String }',
);
const lines: string[] = [];
const logger = pino({}, { write: (line) => lines.push(line) });
const secret = new Error('password of the database');
const resolvers: Readonly<Record<string, () => unknown>> = {
  well: () => 'yes',
  secrets: () => [secret, secret],
  refused: () => {
    throw new GraphQLError('No.', { extensions: { code: 'PAGE_SIZE' } });
  },
  behind: () => {
    throw Object.assign(new Error('Expected a place of this list.'), { code: 'BAD_CURSOR' });
  },
  slow: () => new Promise((resolve) => setTimeout(() => resolve('late'), 300)),
};
for (const [name, resolve] of Object.entries(resolvers)) {
  const field = schema.getQueryType()?.getFields()[name];
  if (field) field.resolve = resolve;
}

const start = () =>
  serve(
    { code: 'ZM', schema, contextOf: () => ({}) as MemberContext, logger },
    { host: '127.0.0.1', port: 0 },
  );
let served: Served;
beforeAll(async () => {
  served = await start();
});
afterAll(() => served.close());

const post = (body: string, headers: Readonly<Record<string, string>> = {}) =>
  fetch(served.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body,
  });
const answerOf = async (response: Response) => [response.status, await response.json()];

test('a question is answered by POST and by GET', async () => {
  expect(await askOver(served.url, '{ well }')).toEqual({ data: { well: 'yes' } });
  expect(await answerOf(await fetch(`${served.url}?query={well}`))).toEqual([
    200,
    { data: { well: 'yes' } },
  ]);
});

test('a question that cannot be read or is not of the schema is refused with its place', async () => {
  const accept = { accept: 'application/graphql-response+json' };
  const [status, answer] = await answerOf(await post('{"query":"{ nothing }"}', accept));
  expect([status, answer]).toEqual([
    400,
    {
      errors: [
        {
          message: 'Cannot query field "nothing" on type "Query".',
          locations: [{ line: 1, column: 3 }],
        },
      ],
    },
  ]);
  expect((await post('{"query":"{"}', accept)).status).toBe(400);
});

test('what went wrong inside is logged once with its reason, and shown without it', async () => {
  lines.length = 0;
  const answer = await askOver(served.url, '{ secrets well }');
  const says = 'The member could not answer.';
  expect(answer).toMatchObject({
    data: { secrets: [null, null], well: 'yes' },
    errors: [
      { message: says, path: ['secrets', 0], extensions: { code: 'INTERNAL' } },
      { message: says, path: ['secrets', 1], extensions: { code: 'INTERNAL' } },
    ],
  });
  expect(JSON.stringify(answer)).not.toMatch(/password|stack|\.ts:/);
  expect(lines.map((line) => JSON.parse(line).err.message)).toEqual(['password of the database']);
});

test("a refusal is shown as it is, the database's too, and not logged", async () => {
  lines.length = 0;
  expect(await askOver(served.url, '{ behind }')).toMatchObject({
    errors: [
      {
        message: 'Expected a place of this list.',
        path: ['behind'],
        extensions: { code: 'BAD_CURSOR' },
      },
    ],
  });
  expect(await askOver(served.url, '{ refused }')).toMatchObject({
    errors: [{ message: 'No.', path: ['refused'], extensions: { code: 'PAGE_SIZE' } }],
  });
  expect(lines).toEqual([]);
});

test.each([
  ['no JSON', '{', 400],
  ['no object', '7', 400],
  ['no question', '{}', 400],
  ['a poisoned object', '{"query":"{ well }","variables":{"__proto__":{"a":1}}}', 400],
])('a body that is %s is refused', async (_what, body, status) => {
  const response = await post(body);
  expect(response.status).toBe(status);
  expect(await response.json()).toMatchObject({ errors: [{ message: expect.any(String) }] });
});

test('a body of 2 MiB is taken, and one byte more is refused', async () => {
  const limit = 2 * 1024 * 1024;
  const sized = (bytes: number) => {
    const body = { query: '{ well }', variables: { fill: '' } };
    body.variables.fill = 'x'.repeat(bytes - JSON.stringify(body).length);
    return JSON.stringify(body);
  };
  expect((await post(sized(limit))).status).toBe(200);
  expect(await answerOf(await post(sized(limit + 1)))).toEqual([
    413,
    { errors: [{ message: `Expected at most ${limit} bytes; ask for less at once.` }] },
  ]);
});

test('a question of too many words is refused before it is read whole', async () => {
  const { errors } = await askOver(served.url, `{ ${'well '.repeat(20_001)} }`);
  expect(errors).toMatchObject([{ message: expect.stringContaining('20000 tokens') }]);
});

test('a plain text, a page that is not there, and a deletion are refused', async () => {
  const text = await post('{ well }', { 'content-type': 'text/plain' });
  const nowhere = await fetch(new URL('/nowhere', served.url));
  const deletion = await fetch(served.url, { method: 'DELETE' });
  expect([text.status, nowhere.status, deletion.status]).toEqual([415, 404, 404]);
});

test('its health says whose it is', async () => {
  expect(await (await fetch(new URL('/health', served.url))).json()).toEqual({
    status: 'ok',
    code: 'ZM',
  });
});

test('a port that is taken is one sentence', async () => {
  const { port } = new URL(served.url);
  const context = () => ({}) as MemberContext;
  const again = serve(
    { code: 'ZW', schema, contextOf: context, logger },
    { host: '127.0.0.1', port: Number(port) },
  );
  await expect(again).rejects.toThrow(
    `Port ${port} of 127.0.0.1 is taken; stop what listens there or choose another port.`,
  );
});

test('it stops within 2 s though a client keeps its socket, and answers what it has begun', async () => {
  const mine = await start();
  const { port } = new URL(mine.url);
  const idle = new Socket().connect(Number(port), '127.0.0.1');
  await new Promise((resolve) => idle.once('connect', resolve));
  const begun = askOver(mine.url, '{ slow }');
  await new Promise((resolve) => setTimeout(resolve, 100));
  const since = Date.now();
  await mine.close();
  expect(Date.now() - since).toBeLessThan(2_000);
  expect(await begun).toEqual({ data: { slow: 'late' } });
  idle.destroy();
});
