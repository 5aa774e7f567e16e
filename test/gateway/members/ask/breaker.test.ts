import { createServer, type Server, type Socket } from 'node:net';
import { afterEach, expect, test } from '@jest/globals';
import {
  type Answer,
  type Asking,
  CLIENT_GONE,
  callingWithin,
  openAsking,
  openCalling,
} from '../../../../gateway/members/index.ts';
import type { MemberCode } from '../../../../schema/index.ts';
import { openVirtualClock, type VirtualClock } from '../../../virtual-clock.ts';
import { SMALL } from './ask-limits.ts';

type Manner = 'RESETS' | 'ANSWERS' | 'HANGS' | 'REFUSES' | 'MAINTAINS';
const REPLIES = {
  ANSWERS:
    'HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 11\r\n\r\n{"data":{}}',
  REFUSES: 'HTTP/1.1 400 Bad Request\r\ncontent-length: 0\r\n\r\n',
  MAINTAINS: 'HTTP/1.1 200 OK\r\ncontent-type: text/html\r\ncontent-length: 3\r\n\r\n<p>',
} as const;

/** A member on a bare socket, which counts what reaches it. */
async function openMember() {
  let manner: Manner = 'RESETS';
  let [sockets, requests] = [0, 0];
  const open = new Set<Socket>();
  const reply = (socket: Socket) => {
    requests += 1;
    if (manner === 'RESETS') socket.destroy();
    else if (manner !== 'HANGS') socket.write(REPLIES[manner]);
  };
  const server: Server = createServer((socket) => {
    sockets += 1;
    open.add(socket.on('error', () => undefined));
    socket.on('data', () => reply(socket));
  });
  await new Promise<void>((listens) => server.listen(0, '127.0.0.1', listens));
  const { port } = server.address() as { readonly port: number };
  return {
    url: `http://127.0.0.1:${port}/graphql`,
    behaves: (how: Manner) => {
      manner = how;
    },
    heard: () => ({ sockets, requests }),
    close: () => {
      for (const socket of open) socket.destroy();
      server.close();
    },
  };
}
type Heard = Awaited<ReturnType<typeof openMember>>;

const opened: { readonly asking: Asking; readonly member: Heard }[] = [];
afterEach(async () => {
  for (const { asking, member } of opened.splice(0)) {
    await asking.close();
    member.close();
  }
});

async function setUp(manner: Manner, limits: Partial<typeof SMALL> = {}) {
  const clock = openVirtualClock();
  const member = await openMember();
  member.behaves(manner);
  const asking = openAsking({ ...SMALL, ...limits }, { allowsPrivate: true, clock });
  opened.push({ asking, member });
  const address = { code: 'MA' as MemberCode, url: member.url };
  const ask = (calling = callingWithin('public', 5_000, clock)) =>
    asking.send(address, { query: '{ a }' }, calling);
  return { clock, member, asking, ask, state: () => asking.breakerOf('MA').state };
}

const outcomeOf = (answer: Answer) => (answer.kind === 'answered' ? 'ANSWERED' : answer.reason);

async function times(count: number, ask: () => Promise<Answer>) {
  const outcomes: string[] = [];
  for (let asked = 0; asked < count; asked += 1) outcomes.push(outcomeOf(await ask()));
  return outcomes;
}

/** Lets asks get as far as the member's socket. */
const reached = async (member: Heard, requests: number) => {
  while (member.heard().requests < requests) await new Promise((soon) => setTimeout(soon, 2));
};

/** Asks that hang for so long, one after the other. */
async function hangs(count: number, { ask, clock, member }: Waiting, ms: number) {
  const outcomes: string[] = [];
  for (let asked = 0; asked < count; asked += 1) {
    const before = member.heard().requests;
    const pending = ask(callingWithin('public', ms, clock));
    await reached(member, before + 1);
    await clock.advance(ms);
    outcomes.push(outcomeOf(await pending));
  }
  return outcomes;
}
type Waiting = {
  readonly ask: (calling?: ReturnType<typeof callingWithin>) => Promise<Answer>;
  readonly clock: VirtualClock;
  readonly member: Heard;
};

test('four silences in a row leave a breaker closed, the fifth opens it, an answer between begins anew', async () => {
  const { ask, member, state } = await setUp('RESETS');
  await times(4, ask);
  expect(state()).toBe('CLOSED');
  member.behaves('ANSWERS');
  expect(await times(1, ask)).toEqual(['ANSWERED']);
  member.behaves('RESETS');
  await times(4, ask);
  expect(state()).toBe('CLOSED');
  expect(await times(2, ask)).toEqual(['UNREACHABLE', 'BREAKER_OPEN']);
  expect(state()).toBe('OPEN');
});

test('H9: an open breaker costs no socket, and next to no CPU', async () => {
  const { ask, asking, member } = await setUp('RESETS');
  await times(5, ask);
  const before = member.heard();
  const calling = callingWithin('public', 5_000);
  const startedAt = process.cpuUsage();
  const outcomes = new Set(await times(10_000, () => ask(calling)));
  const { user, system } = process.cpuUsage(startedAt);
  const microseconds = (user + system) / 10_000;
  process.stdout.write(`H9: ${microseconds.toFixed(1)} us of CPU for each ask that is spared\n`);
  expect(outcomes).toEqual(new Set(['BREAKER_OPEN']));
  expect(member.heard()).toEqual(before);
  expect(microseconds).toBeLessThan(200);
  expect(asking.breakers()).toEqual({
    MA: {
      state: 'OPEN',
      failures: 5,
      lastReason: 'UNREACHABLE',
      lastSays: expect.stringContaining('MA could not be reached at http://127.0.0.1:'),
      untilMs: 1_000,
    },
  });
});

test('H9: of a thousand asks at once one goes out as the trial', async () => {
  const { ask, clock, member, state } = await setUp('RESETS');
  await times(5, ask);
  await clock.advance(999);
  expect([await times(1, ask), state()]).toEqual([['BREAKER_OPEN'], 'OPEN']);
  await clock.advance(1);
  expect(state()).toBe('HALF_OPEN');
  const before = member.heard();
  member.behaves('HANGS');
  const storm = Array.from({ length: 1_000 }, () => ask(callingWithin('public', 1_000, clock)));
  await reached(member, before.requests + 1);
  await clock.advance(1_000);
  const outcomes = (await Promise.all(storm)).map(outcomeOf);
  expect(outcomes.filter((each) => each === 'TIMEOUT')).toHaveLength(1);
  expect(outcomes.filter((each) => each === 'BREAKER_OPEN')).toHaveLength(999);
  expect(member.heard()).toEqual({
    sockets: before.sockets + 1,
    requests: before.requests + 1,
  });
  expect(state()).toBe('OPEN');
});

test('after each trial that fails a member is spared twice as long, up to the most', async () => {
  const { ask, asking, clock } = await setUp('RESETS');
  await times(5, ask);
  const spared: number[] = [];
  for (const _ of [1, 2, 3, 4, 5, 6, 7]) {
    const leftMs = (asking.breakerOf('MA').untilMs ?? 0) - clock.nowMs();
    spared.push(leftMs);
    await clock.advance(leftMs);
    await ask();
  }
  expect(spared).toEqual([1_000, 2_000, 4_000, 8_000, 16_000, 20_000, 20_000]);
});

test('a trial that is answered closes it, and everybody is let through again', async () => {
  const { ask, asking, clock, member } = await setUp('RESETS');
  await times(5, ask);
  await clock.advance(1_000);
  member.behaves('ANSWERS');
  expect(await times(3, ask)).toEqual(['ANSWERED', 'ANSWERED', 'ANSWERED']);
  expect(asking.breakerOf('MA')).toEqual({
    state: 'CLOSED',
    failures: 0,
    lastReason: null,
    lastSays: null,
    untilMs: null,
  });
});

test('a member that hangs is spared, but not because somebody is in a hurry or leaves', async () => {
  const set = await setUp('HANGS');
  expect(await hangs(8, set, 100)).toEqual(Array(8).fill('TIMEOUT'));
  const left = openCalling('public', 5_000, set.clock);
  const before = set.member.heard().requests;
  const pending = set.ask(left.calling);
  await reached(set.member, before + 1);
  await set.clock.advance(2_000);
  left.end(CLIENT_GONE);
  expect(outcomeOf(await pending)).toBe('TIMEOUT');
  expect(set.asking.breakerOf('MA')).toMatchObject({ state: 'CLOSED', failures: 0 });
  expect(await hangs(5, set, 600)).toEqual(Array(5).fill('TIMEOUT'));
  expect(set.state()).toBe('OPEN');
});

test('a trial that nobody waited for leaves the next one free', async () => {
  const set = await setUp('RESETS');
  await times(5, set.ask);
  await set.clock.advance(1_000);
  set.member.behaves('HANGS');
  expect(await hangs(1, set, 100)).toEqual(['TIMEOUT']);
  set.member.behaves('ANSWERS');
  expect(await times(1, set.ask)).toEqual(['ANSWERED']);
});

test('no question that a member refuses opens its breaker for everybody', async () => {
  const { ask, state } = await setUp('REFUSES');
  expect(await times(8, ask)).toEqual(Array(8).fill('PROTOCOL_ERROR'));
  expect(state()).toBe('CLOSED');
});

test('a page for people, which no question has brought about, opens it', async () => {
  const { ask, state } = await setUp('MAINTAINS');
  await times(5, ask);
  expect(state()).toBe('OPEN');
});

test('what was before can be forgotten', async () => {
  const { ask, asking, state } = await setUp('RESETS');
  await times(5, ask);
  asking.reset('ZM');
  expect(state()).toBe('OPEN');
  asking.reset('MA');
  expect(state()).toBe('CLOSED');
});

test('who waits for a place while the breaker opens is not sent after all', async () => {
  const { ask, clock, member } = await setUp('HANGS', { breakerFailuresMax: 2 });
  const asked = [1, 2, 3, 4, 5].map(() => ask(callingWithin('public', 2_000, clock)));
  const patient = asked.slice(0, 2);
  await reached(member, 2);
  await clock.advance(2_000);
  expect((await Promise.all(patient)).map(outcomeOf)).toEqual(['TIMEOUT', 'TIMEOUT']);
  await Promise.all(asked);
  expect(member.heard().requests).toBe(2);
});
