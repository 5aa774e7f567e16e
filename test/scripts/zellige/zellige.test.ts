import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { zellige } from './command.ts';
import { openTold, type Reply } from './told-registry.ts';

const EXTENSION = 'subgraphs/morocco/extension.graphql';

const memberWith = (code: string, prefix: string) => ({
  code,
  url: `http://${prefix}.example`,
  modules: ['MINERALS', 'EVENTS'],
  extension: `type Site @key(fields: "id") { id: ID! ${prefix}_depth: Float }`,
});
const done = (body: unknown): Reply => ({ status: 200, body: JSON.stringify(body) });
const REPLIES: Readonly<Record<string, Reply>> = {
  'POST /registry/members/MA/publications': done({
    number: 7,
    served: { kind: 'swapped', says: '' },
  }),
  'POST /registry/members/MA/rollbacks': done({ number: 8 }),
  'POST /registry/members/MA/withdrawals': done({ number: 9 }),
  'POST /registry/members/CD/publications': {
    status: 403,
    body: '{"code":"NOT_THIS_MEMBER","message":"This token is MA\'s."}',
  },
  'POST /registry/members/ZM/publications': {
    status: 422,
    body: JSON.stringify({
      code: 'FIELD_NOT_PREFIXED',
      message: 'Site.grade: Begin it with your code.',
      findings: [
        { code: 'FIELD_NOT_PREFIXED', place: 'Site.grade', says: 'Begin it with your code.' },
        { code: 'FIELD_REQUIRED', place: 'Site.grade', says: 'Let it be null.' },
      ],
    }),
  },
  'POST /registry/members/NA/withdrawals': done({
    number: 10,
    served: { kind: 'refused', says: 'Its memory is full.' },
  }),
  'GET /registry/members': done({
    number: 7,
    members: [memberWith('MA', 'ma'), memberWith('ZM', 'zm')],
  }),
  'POST /registry/tokens': done({ id: 't1', member: 'MA', token: 'secret' }),
  'DELETE /registry/tokens/t1': { status: 204, body: '' },
};

let registry: Awaited<ReturnType<typeof openTold>>;
beforeAll(async () => {
  registry = await openTold((ask) => REPLIES[ask] ?? { status: 404, body: '<html>' });
});
afterAll(() => registry.close());

const atRegistry = (...words: readonly string[]) =>
  zellige([...words, '--gateway', registry.url, '--token', 'mine']);

test('an extension that keeps the rules is told with all that it adds', async () => {
  const { code, out, err } = await zellige(['check', EXTENSION, '--member', 'MA', '--json']);
  const { adds, ...rest } = JSON.parse(out);
  expect([code, err, rest]).toEqual([
    0,
    '',
    { member: 'MA', contractVersion: '1.0', findings: [] },
  ]);
  expect(adds.slice(0, 3)).toEqual([
    {
      place: 'MaPhosphateComplex',
      type: null,
      description: 'A phosphate mining complex of Morocco (IIASA, Shchiptsova 2024).',
    },
    {
      place: 'Site.ma_phosphateGrade',
      type: 'Quantity',
      description: expect.stringMatching(/^P2O5 content of the phosphate/),
    },
    {
      place: 'Site.ma_phosphateComplex',
      type: 'MaPhosphateComplex',
      description: 'The phosphate complex to which the site belongs.',
    },
  ]);
});

test('an extension that breaks them is told in a table of what to do, with exit code 1', async () => {
  const { code, out, err } = await zellige(['check', EXTENSION, '--member', 'CD']);
  const [first, , titles, ...rows] = out.trimEnd().split('\n');
  expect([code, err, first]).toEqual([1, '', 'CD may not publish this (findings: 4).']);
  expect(titles).toMatch(/^CODE +AT +DO$/);
  expect(rows.map((row) => row.split(/ {2,}/).slice(0, 2))).toEqual([
    ['TYPE_NOT_PREFIXED', 'MaPhosphateComplex'],
    ['FIELD_NOT_PREFIXED', 'Site.ma_phosphateGrade'],
    ['FIELD_NOT_PREFIXED', 'Site.ma_phosphateComplex'],
    ['FIELD_NOT_PREFIXED', 'Query.ma_phosphateComplexes'],
  ]);
});

test('a publication goes to the registry whole, with the token', async () => {
  const words = ['--url', 'http://ma.example', '--extension', EXTENSION];
  const modules = ['--modules', 'MINERALS,EVENTS'];
  expect(await atRegistry('publish', 'MA', ...words, ...modules)).toEqual({
    code: 0,
    out: 'MA is published (publication 7).\n',
    err: '',
  });
  expect(registry.asked.find(({ ask }) => ask.startsWith('POST /registry/members/MA/pub'))).toEqual(
    {
      ask: 'POST /registry/members/MA/publications',
      token: 'Bearer mine',
      body: {
        url: 'http://ma.example',
        modules: ['MINERALS', 'EVENTS'],
        extension: readFileSync(EXTENSION, 'utf8'),
      },
    },
  );
});

test('what the registry refuses is told in its words, with exit code 1', async () => {
  const words = ['publish', 'CD', '--url', 'http://cd.example'];
  const [plain, json] = await Promise.all([atRegistry(...words), atRegistry(...words, '--json')]);
  expect(plain).toEqual({ code: 1, out: "NOT_THIS_MEMBER: This token is MA's.\n", err: '' });
  expect([json.code, JSON.parse(json.out)]).toEqual([
    1,
    { code: 'NOT_THIS_MEMBER', message: "This token is MA's." },
  ]);
});

test('what is published and cannot be served yet is told, with exit code 1', async () => {
  expect(await atRegistry('withdraw', 'NA')).toEqual({
    code: 1,
    out: 'NA is withdrawn (publication 10), and not served yet: Its memory is full.\n',
    err: '',
  });
});

test('of several things to mend each is told', async () => {
  expect(await atRegistry('publish', 'ZM', '--url', 'http://zm.example')).toEqual({
    code: 1,
    out: `FIELD_NOT_PREFIXED: Site.grade: Begin it with your code.

CODE                AT          DO
FIELD_NOT_PREFIXED  Site.grade  Begin it with your code.
FIELD_REQUIRED      Site.grade  Let it be null.
`,
    err: '',
  });
});

test.each([
  [['rollback', 'MA', '3'], 'MA is as in publication 3 again (publication 8).'],
  [['withdraw', 'MA'], 'MA is withdrawn (publication 9).'],
  [
    ['members'],
    `CODE  URL                MODULES
MA    http://ma.example  MINERALS EVENTS
ZM    http://zm.example  MINERALS EVENTS`,
  ],
  [['members', '--candidates'], 'PLACE       TYPE   MEMBERS\nSite.depth  Float  MA ZM'],
  [['token', 'create', 'MA'], 'secret\nThis is the token of MA (id t1); it is not shown again.'],
  [['token', 'revoke', 't1'], 'Token t1 is revoked.'],
])('%j is done and said', async (words, says) => {
  expect(await atRegistry(...words)).toEqual({ code: 0, out: `${says}\n`, err: '' });
});

test('who is no registry is told in one sentence, with exit code 2', async () => {
  const { code, out, err } = await atRegistry('history', 'MA');
  expect([code, out, err]).toEqual([
    2,
    '',
    `Expected the registry of a gateway at ${registry.url}, got status 404 without its words; look whether --gateway names a Zellige gateway.\n`,
  ]);
});

test('the gateway and the token may stand in the environment', async () => {
  const environment = { ZELLIGE_GATEWAY: registry.url, ZELLIGE_TOKEN: 'of the environment' };
  expect((await zellige(['members'], environment)).code).toBe(0);
  expect(registry.asked.at(-1)?.token).toBe('Bearer of the environment');
});

const NOWHERE = ['--gateway', 'http://127.0.0.1:2'];
test.each([
  [
    ['members', ...NOWHERE],
    'The gateway at http://127.0.0.1:2 does not answer (ECONNREFUSED); start it, or name another with --gateway.',
  ],
  [
    ['members', '--gateway', 'ftp://x'],
    'Expected the address of a gateway such as http://127.0.0.1:4000, got "ftp://x".',
  ],
  [
    ['check', 'no-such.graphql', '--member', 'MA'],
    'Expected a file at no-such.graphql, found none that can be read.',
  ],
  [
    ['withdraw', 'morocco'],
    "Command-argument value 'morocco' is invalid for argument 'code'. Expected two capital letters of a state, as in MA, or the acronym of a body, as in AMSG.",
  ],
  [['publsh'], "Unknown command 'publsh' (Did you mean publish?)"],
])('%j cannot be asked: one sentence, exit code 2', async (words, says) => {
  expect(await zellige(words)).toEqual({ code: 2, out: '', err: `${says}\n` });
});
