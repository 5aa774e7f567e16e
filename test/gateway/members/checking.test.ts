import { expect, test } from '@jest/globals';
import { readSupergraph } from '../../../gateway/index.ts';
import {
  type Answer,
  checking,
  type JsonObject,
  type MemberError,
} from '../../../gateway/members/index.ts';
import { type MemberCode, readContract } from '../../../schema/index.ts';

const { faces } = readSupergraph();
const CALLING = { viewer: 'public', signal: new AbortController().signal } as const;

async function checked(face: string, query: string, data: JsonObject, variables: JsonObject = {}) {
  const told: string[] = [];
  const errors: readonly MemberError[] = [];
  const given: Answer = { kind: 'answered', data, errors };
  const send = checking(() => Promise.resolve(given), {
    sdl: faces[face] ?? '',
    contract: readContract(),
    onBroken: (_, says) => told.push(says),
  });
  const answer = await send({ code: 'MA' as MemberCode, url: '' }, { query, variables }, CALLING);
  return answer.kind === 'answered' ? 'let through' : [answer.reason, told];
}
const broken = (says: string) => ['PROTOCOL_ERROR', [`MA ${says}`]];

const SITES =
  '{ sites { edges { cursor node { id type location { lat } commodityCodes } } total { count } } }';
const row = (more: JsonObject = {}) => ({
  id: 'MA:site:1',
  type: 'MINE',
  location: { lat: 1 },
  commodityCodes: ['gold'],
  ...more,
});
const page = (node: JsonObject | string | null, more: JsonObject = {}) => ({
  sites: { edges: [{ cursor: '[]', node }], total: { count: 1 }, ...more },
});

test('an answer that is what was asked is let through, nulls where they may be', async () => {
  expect(await checked('continental', SITES, page(row()))).toBe('let through');
  expect(await checked('continental', SITES, page(row({ type: null, location: null })))).toBe(
    'let through',
  );
  expect(await checked('continental', SITES, { sites: null })).toBe('let through');
});

test.each([
  ['no node', page(null), 'gave null where a value is due at sites.edges.0.node.'],
  ['a text for a record', page('x'), 'gave "x" where an object is due at sites.edges.0.node.'],
  [
    'a text for a list',
    page(row({ commodityCodes: 'gold' })),
    'gave "gold" where a list is due at sites.edges.0.node.commodityCodes.',
  ],
  [
    'null in a list of values',
    page(row({ commodityCodes: [null] })),
    'gave null where a value is due at sites.edges.0.node.commodityCodes.0.',
  ],
  [
    'a value that the contract does not know',
    page(row({ type: 'FOO' })),
    'gave "FOO", which is no SiteType at sites.edges.0.node.type.',
  ],
  [
    'a number as a text',
    page(row({ location: { lat: '1' } })),
    'gave "1", which is no Float at sites.edges.0.node.location.lat.',
  ],
  [
    'a count beyond 32 bits',
    page(row(), { total: { count: 5e9 } }),
    'gave 5000000000, which is no Int at sites.total.count.',
  ],
  [
    'half a row',
    page({ id: 'MA:site:1' }),
    'gave nothing where a value is due at sites.edges.0.node.type.',
  ],
  [
    'more than was asked',
    page(row({ owners: [] })),
    'gave fields that were not asked at sites.edges.0.node.',
  ],
  [
    'what another question asks',
    { ...page(row()), countries: [] },
    'gave fields that were not asked.',
  ],
  [
    "another's record",
    page(row({ id: 'ZA:site:1' })),
    'gave "ZA:site:1", which is not its own or not what it gave beside at sites.edges.0.node.',
  ],
])('%s is a silence, told in one sentence', async (_, data, says) => {
  expect(await checked('continental', SITES, data as JsonObject)).toEqual(broken(says));
});

const NODES =
  'query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Site { zlg_id: id a: id adm1 } } }';
const asked = { representations: [{ __typename: 'Site', id: 'MA:site:1' }] };
const entity = (more: JsonObject) => ({
  _entities: [{ zlg_id: 'MA:site:1', a: 'MA:site:1', adm1: null, ...more }],
});

test('a record that is the one asked for, or none, is let through', async () => {
  expect(await checked('national', NODES, entity({}), asked)).toBe('let through');
  expect(await checked('national', NODES, { _entities: [null] }, asked)).toBe('let through');
});

test.each([
  [
    'one id beside and another shown',
    entity({ a: 'MA:site:2' }),
    'gave "MA:site:2", which is not its own or not what it gave beside at _entities.0.',
  ],
  [
    'another record',
    entity({ a: 'MA:site:2', zlg_id: 'MA:site:2' }),
    'gave "MA:site:2" where "MA:site:1" was asked at _entities.0.',
  ],
  ['a number for a record', { _entities: [5] }, 'gave 5 where an object is due at _entities.0.'],
  ['fewer records', { _entities: [] }, 'gave no list of 1 records where so many were asked.'],
])('%s is a silence', async (_, data, says) => {
  expect(await checked('national', NODES, data as JsonObject, asked)).toEqual(broken(says));
});

test('of a shared entity the code is the one asked for', async () => {
  const query =
    'query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Commodity { code symbol } } }';
  const gold = { representations: [{ __typename: 'Commodity', code: 'gold' }] };
  const answer = { _entities: [{ code: 'tin', symbol: 'Sn' }] };
  expect(await checked('amsg', query, answer, gold)).toEqual(
    broken('gave "tin" where "gold" was asked at _entities.0.'),
  );
});

test('a member speaks for itself alone', async () => {
  const list = (code: string) => ({ members: { list: [{ code }] } });
  const query = '{ members { list { code } } }';
  expect(await checked('continental', query, list('MA'))).toBe('let through');
  expect(await checked('continental', query, list('CD'))).toEqual(
    broken('gave "CD", which is not its own or not what it gave beside at members.list.0.'),
  );
});

const HOMES =
  '{ sites { edges { node { home a: countryCode } } } events { edges { node { home countryCode } } } }';
const homes = (site: JsonObject, event: JsonObject) => ({
  sites: { edges: [{ node: { home: 'MA', a: 'MA', ...site } }] },
  events: { edges: [{ node: { home: 'MA', countryCode: 'SA', ...event } }] },
});

test('a member says of its own records that they are its own, and in its country where that is their owner', async () => {
  expect(await checked('continental', HOMES, homes({}, {}))).toBe('let through');
  expect(await checked('continental', HOMES, homes({ home: null, a: null }, {}))).toBe(
    'let through',
  );
  expect(await checked('continental', HOMES, homes({ a: 'ZM' }, {}))).toEqual(
    broken('gave "ZM", which is no code of its own at sites.edges.0.node.a.'),
  );
  expect(await checked('continental', HOMES, homes({}, { home: 'ZM' }))).toEqual(
    broken('gave "ZM", which is no code of its own at events.edges.0.node.home.'),
  );
});

test('what is skipped is not waited for', async () => {
  const query = 'query ($no: Boolean!) { sites { total { count precision @skip(if: $no) } } }';
  const answer = { sites: { total: { count: 1 } } };
  expect(await checked('continental', query, answer, { no: true })).toBe('let through');
  expect(await checked('continental', query, answer, { no: false })).toEqual(
    broken('gave nothing where a value is due at sites.total.precision.'),
  );
});
