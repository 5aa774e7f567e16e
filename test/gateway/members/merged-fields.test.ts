import { expect, test } from '@jest/globals';
import type { Answer, JsonObject } from '../../../gateway/members/index.ts';
import { SILENT, world } from './given-members.ts';

const page = (id: string, precision = 'EXACT', hasNextPage = false) => ({
  sites: {
    zlg_edges: [{ cursor: JSON.stringify([id]), node: { id } }],
    zlg_page: { hasNextPage },
    zlg_total: { count: 1 + Number(hasNextPage), precision },
  },
});
const COVERAGE = 'coverage { complete answered missing { member reason missedRange { from to } } }';
const sitesIn = async (ask: ReturnType<typeof world>['ask'], after?: string) => {
  const args = after === undefined ? 'first: 1' : `first: 1, after: "${after}"`;
  const query = `{ sites(${args}) { pageInfo { endCursor } total { count precision } ${COVERAGE} } }`;
  const { data } = await ask('continental', query);
  return data?.sites as JsonObject;
};
const endOf = ({ pageInfo }: JsonObject) => String((pageInfo as JsonObject).endCursor);

test('a total of which one part is a bound is a bound', async () => {
  const { ask } = world({ CD: page('CD:site:1'), MA: page('MA:site:1', 'AT_LEAST') });
  expect((await sitesIn(ask)).total).toEqual({ count: 2, precision: 'AT_LEAST' });
});

test('a member that gives rows of the page before is missing', async () => {
  const { ask, told } = world({ CD: page('CD:site:1', 'EXACT', true), MA: page('MA:site:1') });
  const { coverage } = await sitesIn(ask, endOf(await sitesIn(ask)));
  expect(coverage).toMatchObject({
    answered: ['MA'],
    missing: [{ member: 'CD', reason: 'PROTOCOL_ERROR' }],
  });
  expect(told).toEqual([
    'CD gave CD:site:1 behind CD:site:1, which it does not follow in this order.',
  ]);
});

test('who gives up its module two pages after it answered is missing to the end', async () => {
  const answers: Record<string, JsonObject | Answer> = {
    CD: page('CD:site:1', 'EXACT', true),
    ZM: page('ZM:site:1'),
  };
  const { ask } = world(answers);
  const first = await sitesIn(ask);
  Object.assign(answers, { CD: page('CD:site:2', 'EXACT', true), ZM: SILENT });
  const second = await sitesIn(ask, endOf(first));
  const error = {
    message: 'No minerals.',
    path: ['sites'],
    extensions: { code: 'MODULE_NOT_OFFERED' },
  };
  const gone: Answer = { kind: 'answered', data: { sites: null }, errors: [error] };
  Object.assign(answers, { CD: page('CD:site:3'), ZM: gone });
  expect((await sitesIn(ask, endOf(second))).coverage).toMatchObject({
    missing: [{ member: 'ZM', reason: 'MODULE_NOT_OFFERED', missedRange: { to: null } }],
  });
});

test('who does not offer the module is named, and not asked', async () => {
  const { ask, asked } = world(
    { CD: page('CD:site:1'), MA: page('MA:site:1') },
    { offers: { MA: ['EVENTS'] } },
  );
  expect((await sitesIn(ask)).coverage).toEqual({
    complete: false,
    answered: ['CD'],
    missing: [{ member: 'MA', reason: 'MODULE_NOT_OFFERED', missedRange: null }],
  });
  expect(asked.map(({ code }) => code)).toEqual(['CD']);
});

const COUNTS = `{ siteCounts(by: [TYPE]) { rows { type count } ${COVERAGE} } }`;
const counted = (count: number) => ({
  siteCounts: {
    rows: [{ type: 'MINE', countryCode: null, commodityCode: null, status: null, count }],
  },
});

test.each([
  ['silent', SILENT, 'TIMEOUT'],
  ['counting below nothing', counted(-1), 'PROTOCOL_ERROR'],
])('a sum leaves out a member that is %s, and says so', async (_, given, reason) => {
  const { ask } = world({ CD: counted(2), MA: given as JsonObject });
  const { data } = await ask('continental', COUNTS);
  expect(data?.siteCounts).toEqual({
    rows: [{ type: 'MINE', count: 2 }],
    coverage: {
      complete: false,
      answered: ['CD'],
      missing: [{ member: 'MA', reason, missedRange: null }],
    },
  });
});

const speaking = (code: string) => ({ members: { zlg_list: [{ code }], list: [{ code }] } });

test.each([
  ['silent', SILENT, 'TIMEOUT'],
  ['speaking for another', speaking('CD'), 'PROTOCOL_ERROR'],
])('the list of members leaves out one that is %s, and says so', async (_, given, reason) => {
  const { ask } = world({ CD: speaking('CD'), MA: given as JsonObject });
  const { data } = await ask('continental', `{ members { list { code } ${COVERAGE} } }`);
  expect(data?.members).toEqual({
    list: [{ code: 'CD' }],
    coverage: {
      complete: false,
      answered: ['CD'],
      missing: [{ member: 'MA', reason, missedRange: null }],
    },
  });
});
