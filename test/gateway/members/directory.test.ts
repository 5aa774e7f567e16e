import { expect, test } from '@jest/globals';
import {
  type Answer,
  CLIENT_GONE,
  type JsonObject,
  type MemberState,
  openCalling,
  openDirectory,
} from '../../../gateway/members/index.ts';
import type { MemberCode } from '../../../schema/index.ts';

const about = (code: string, more: JsonObject = {}): Answer => ({
  kind: 'answered',
  errors: [],
  data: {
    members: {
      list: [
        {
          code,
          operator: { value: 'Morocco' },
          contractVersion: '1.0',
          modules: ['MINERALS'],
          database: 'SQLite',
          counts: [{ count: 2 }, { count: 3 }],
          ...more,
        },
      ],
    },
  },
});
const SILENT: Answer = {
  kind: 'silent',
  reason: 'TIMEOUT',
  says: 'MA did not answer before the deadline.',
};

function directoryOf(answers: Answer[]) {
  const changes: [string, MemberState, string][] = [];
  const directory = openDirectory({
    addresses: [{ code: 'MA' as MemberCode, url: 'http://127.0.0.1:1/graphql' }],
    send: () => Promise.resolve(SILENT),
    sendAbout: () => Promise.resolve(answers.shift() ?? SILENT),
    breakerOf: () => 'CLOSED',
    deadlineMs: 1_000,
    everyMs: 60_000,
    onChange: (...change) => changes.push(change),
  });
  directory.close();
  return { directory, changes };
}

test('before it is asked, a state is taken to offer everything', () => {
  const { directory } = directoryOf([]);
  expect(directory.statuses()).toEqual([
    {
      code: 'MA',
      url: 'http://127.0.0.1:1/graphql',
      name: null,
      modules: ['MINERALS', 'POLICIES', 'EVENTS'],
      contractVersion: null,
      state: 'NEVER_ASKED',
      records: null,
      database: null,
      lastAnswerAt: null,
      roundTripMs: null,
      breaker: 'CLOSED',
      lastReason: null,
      lastSays: null,
      onTime: null,
      since: null,
    },
  ]);
});

test('a member that answers is described as it describes itself', async () => {
  const { directory } = directoryOf([about('MA')]);
  await directory.askAll();
  const [status] = directory.statuses();
  expect(status).toMatchObject({
    name: 'Morocco',
    modules: ['MINERALS'],
    contractVersion: '1.0',
    state: 'ANSWERING',
    records: 5,
    database: 'SQLite',
  });
  expect(Date.parse(status?.lastAnswerAt ?? '')).not.toBeNaN();
  expect(status?.roundTripMs).toBeGreaterThanOrEqual(0);
});

test('falling silent and coming back are told once each', async () => {
  const { directory, changes } = directoryOf([about('MA'), SILENT, SILENT, about('MA')]);
  await directory.askAll();
  await directory.askAll();
  const since = directory.silentSince('MA');
  await directory.askAll();
  expect(directory.silentSince('MA')).toBe(since);
  await directory.askAll();
  expect(directory.silentSince('MA')).toBeNull();
  expect(changes).toEqual([
    ['MA', 'ANSWERING', 'It answers.'],
    ['MA', 'SILENT', 'MA did not answer before the deadline.'],
    ['MA', 'ANSWERING', 'It answers.'],
  ]);
});

test.each([
  [about('CD'), 'The member at the address of MA says that it is "CD".'],
  [about('MA', { contractVersion: '2.0' }), 'MA serves contract 2.0; this gateway speaks 1.0.'],
])('a member that is not what it should be is refused', async (answer, says) => {
  const { directory, changes } = directoryOf([answer]);
  await directory.askAll();
  expect(directory.statuses()[0]?.state).toBe('REFUSED');
  expect(changes.at(-1)).toEqual(['MA', 'REFUSED', says]);
});

test('a refused member is asked for nothing, until it is what it should be', async () => {
  const { directory } = directoryOf([about('CD'), about('MA')]);
  const calling = { viewer: 'public', signal: new AbortController().signal } as const;
  const [member] = directory.members();
  const ask = () =>
    member && directory.send(member, { query: '{ sites { total { count } } }' }, calling);
  await directory.askAll();
  expect(await ask()).toMatchObject({ kind: 'silent', reason: 'PROTOCOL_ERROR' });
  await directory.askAll();
  expect(await ask()).toEqual(SILENT);
});

test('a member stands as it stood when the client has left', async () => {
  const { directory } = directoryOf([about('MA')]);
  await directory.askAll();
  const { calling, end } = openCalling('public', 60_000);
  end(CLIENT_GONE);
  const [member] = directory.members();
  expect(member && (await directory.send(member, { query: '{ a }' }, calling))).toEqual(SILENT);
  expect(directory.statuses()[0]?.state).toBe('ANSWERING');
});

test('a member that gives no sense about itself is refused, with the sentence', async () => {
  const { directory, changes } = directoryOf([
    { kind: 'silent', reason: 'PROTOCOL_ERROR', says: 'MA gave null where a value is due.' },
  ]);
  await directory.askAll();
  expect(changes).toEqual([['MA', 'REFUSED', 'MA gave null where a value is due.']]);
});

test('a member that cannot say what it is, as its database is gone, is silent, and asked on', async () => {
  const gone: Answer = {
    kind: 'answered',
    data: { members: { list: null } },
    errors: [{ message: 'The member could not answer.', path: ['members', 'list', 0, 'counts'] }],
  };
  const { directory, changes } = directoryOf([about('MA'), gone, about('MA')]);
  const calling = { viewer: 'public', signal: new AbortController().signal } as const;
  const [member] = directory.members();
  await directory.askAll();
  await directory.askAll();
  expect(directory.statuses()).toMatchObject([
    { state: 'SILENT', name: 'Morocco', records: 5, lastReason: 'PROTOCOL_ERROR' },
  ]);
  expect(member && (await directory.send(member, { query: '{ a }' }, calling))).toEqual(SILENT);
  await directory.askAll();
  expect(changes).toEqual([
    ['MA', 'ANSWERING', 'It answers.'],
    ['MA', 'SILENT', 'MA could not say what it is: The member could not answer.'],
    ['MA', 'ANSWERING', 'It answers.'],
  ]);
});

test('the last reason is kept, and the share of asks that were answered', async () => {
  const { directory } = directoryOf([about('MA'), SILENT, about('MA'), about('MA')]);
  for (const _ of [1, 2, 3, 4]) await directory.askAll();
  expect(directory.statuses()).toMatchObject([
    {
      state: 'ANSWERING',
      lastReason: 'TIMEOUT',
      lastSays: 'MA did not answer before the deadline.',
      onTime: 0.75,
    },
  ]);
});

test('of the share a hundred asks count, and an answer that was thrown away counts as none', async () => {
  const { directory } = directoryOf([SILENT, ...Array<Answer>(100).fill(about('MA'))]);
  for (let asked = 0; asked < 101; asked += 1) await directory.askAll();
  expect(directory.statuses()).toMatchObject([{ onTime: 1 }]);
  directory.broken('MA', 'MA gave rows of CD.');
  expect(directory.statuses()).toMatchObject([
    { onTime: 0.99, lastReason: 'PROTOCOL_ERROR', lastSays: 'MA gave rows of CD.' },
  ]);
});

test('what was never sent says nothing of the member', async () => {
  const spared: Answer = { kind: 'silent', reason: 'BREAKER_OPEN', says: 'Spared.', unasked: true };
  const { directory, changes } = directoryOf([about('MA'), spared]);
  await directory.askAll();
  await directory.askAll();
  expect(changes).toEqual([['MA', 'ANSWERING', 'It answers.']]);
  expect(directory.statuses()).toMatchObject([{ state: 'ANSWERING', onTime: 1, lastReason: null }]);
});

test('a version that is known before a member is asked stands until it says its own', async () => {
  const directory = openDirectory({
    addresses: [
      { code: 'MA' as MemberCode, url: 'http://127.0.0.1:1/graphql', contractVersion: '1.1' },
    ],
    send: () => Promise.resolve(SILENT),
    sendAbout: () => Promise.resolve(about('MA', { contractVersion: '1.2' })),
    contractVersion: '1.3',
    breakerOf: () => 'CLOSED',
    deadlineMs: 1_000,
    everyMs: 60_000,
    onChange: () => {},
  });
  directory.close();
  const before = directory.members()[0]?.contractVersion;
  await directory.askAll();
  expect([before, directory.members()[0]?.contractVersion]).toEqual(['1.1', '1.2']);
});
