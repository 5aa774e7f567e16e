import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { LIMITS } from '../../gateway/limits/index.ts';
import type { Member, Send } from '../../gateway/members/index.ts';
import { parseMemberCode } from '../../schema/index.ts';
import { MEMBER_CODES } from '../../subgraphs/index.ts';
import { silence } from '../world.ts';
import { serveWorld, type WorldServer } from './world-server.ts';

const COST_OF_PAGES = 2_038_500;

// H11: one HTTP request causes at most B requests to members. B is LIMITS.memberRequestsMax.

const ALL = ['MINERALS', 'POLICIES', 'EVENTS'] as const;
const MEMBERS = MEMBER_CODES.flatMap((text): readonly Member[] => {
  const code = parseMemberCode(text);
  return code ? [{ code, url: '', modules: text === 'AMSG' ? ['POLICIES', 'EVENTS'] : ALL }] : [];
});

/** Members that are asked and say nothing: what counts here is that they are asked. */
const asks: string[] = [];
const send: Send = (member, ...rest) => {
  asks.push(member.code);
  return silence(member, ...rest);
};

let server: WorldServer;
beforeAll(async () => {
  server = await serveWorld({ members: MEMBERS, send });
});
afterAll(() => server.close());
beforeEach(() => {
  asks.length = 0;
});

const aliases = (count: number, field: string) =>
  `{ ${Array.from({ length: count }, (_, i) => `a${i}: ${field}`).join(' ')} }`;

test('H11: 100 aliases of a list of 54 states make no request at all', async () => {
  const { status, errors } = await server.ask(aliases(100, 'sites { total { count } }'));
  expect({ status, code: errors?.[0]?.extensions.code }).toEqual({
    status: 400,
    code: 'DOCUMENT_TOO_WIDE',
  });
  expect(asks.length).toBe(0);
});

test('H11: aliases that cost more than a question may make no request either', async () => {
  const { status, errors, extensions } = await server.ask(
    aliases(50, 'sites(first: 500) { edges { node { id } } }'),
  );
  expect({ status, code: errors?.[0]?.extensions.code, extensions }).toEqual({
    status: 400,
    code: 'COST_EXCEEDED',
    extensions: { zellige: { cost: { cost: COST_OF_PAGES, limit: LIMITS.costMax } } },
  });
  expect(errors?.[0]?.message).toBe(
    `Expected a question that costs at most 1000000, got ${COST_OF_PAGES}, most of it for "a0". Ask for smaller pages, fewer fields or lists, or fewer members with \`owners\` or \`countries\`.`,
  );
  expect(asks.length).toBe(0);
});

test('H11: as many aliases as a question may have make one request to each member', async () => {
  const { status, extensions } = await server.ask(aliases(50, 'sites { total { count } }'));
  expect([status, extensions?.zellige?.cost]).toEqual([
    200,
    { cost: 715_500, limit: LIMITS.costMax },
  ]);
  expect(asks.length).toBe(54);
  console.log('H11: 50 aliases x 54 members: 54 requests to members; 100 aliases: 0, refused.');
});

test('50 aliases of a list of one member are no more than one request', async () => {
  const field = 'sites(filter: { owners: ["MA"] }) { total { count } }';
  expect(await server.ask(aliases(50, field))).toMatchObject({ status: 200 });
  expect(asks.length).toBe(1);
});

test('a question that makes more requests than foreseen is stopped at its limit, and refused whole', async () => {
  const query = '{ sites(first: 1) { edges { node { id } } } }';
  const enough = await serveWorld({ members: MEMBERS, send }, { requestsMax: 54 });
  expect(await enough.ask(query)).toMatchObject({ status: 200 });
  expect(asks.length).toBe(54);
  asks.length = 0;
  const short = await serveWorld({ members: MEMBERS, send }, { requestsMax: 53 });
  const { status, data, errors } = await short.ask(query);
  expect({ status, data, code: errors?.[0]?.extensions.code }).toEqual({
    status: 400,
    data: undefined,
    code: 'COST_EXCEEDED',
  });
  expect(asks.length).toBe(53);
  await Promise.all([enough.close(), short.close()]);
});
