import { expect, test } from '@jest/globals';
import { type AskRecord, requestCoverage } from '../../../gateway/members/index.ts';

const SINCE = '2026-03-01T00:00:00Z';
const silentSince = (member: string) => (member === 'CD' ? SINCE : null);
const DETAILS = ['sites', 'edges', '@', 'node'];
const ask = (member: string, outcome: AskRecord['outcome'] = 'ANSWERED'): AskRecord => ({
  member,
  outcome,
  tookMs: outcome === 'MODULE_NOT_OFFERED' ? null : 1,
});

test('a question that asks nobody is complete', () => {
  const nobody = { complete: true, answered: [], missing: [], stale: [], hops: [] };
  expect(requestCoverage([], silentSince)).toEqual(nobody);
  expect(requestCoverage([{ path: [], asks: [] }], silentSince)).toEqual(nobody);
});

test('who answered every time has answered; a silence in one hop is enough to be missing', () => {
  const hops = [
    { path: [], asks: [ask('CD', 'TIMEOUT'), ask('MA'), ask('ZM')] },
    { path: DETAILS, asks: [ask('MA'), ask('ZM', 'UNREACHABLE')] },
  ];
  expect(requestCoverage(hops, silentSince)).toEqual({
    complete: false,
    answered: ['MA'],
    missing: [
      { member: 'CD', reason: 'TIMEOUT', part: null, since: SINCE },
      { member: 'ZM', reason: 'UNREACHABLE', part: 'DETAILS', since: null },
    ],
    stale: [],
    hops: [
      {
        path: [],
        asked: ['CD', 'MA', 'ZM'],
        answered: ['MA', 'ZM'],
        missing: [{ member: 'CD', reason: 'TIMEOUT' }],
      },
      {
        path: DETAILS,
        asked: ['MA', 'ZM'],
        answered: ['MA'],
        missing: [{ member: 'ZM', reason: 'UNREACHABLE' }],
      },
    ],
  });
});

test('who does not offer the module is missing, and was not asked', () => {
  const hops = [{ path: [], asks: [ask('CD'), ask('MA', 'MODULE_NOT_OFFERED')] }];
  expect(requestCoverage(hops, silentSince)).toEqual({
    complete: false,
    answered: ['CD'],
    missing: [{ member: 'MA', reason: 'MODULE_NOT_OFFERED', part: null, since: null }],
    stale: [],
    hops: [
      {
        path: [],
        asked: ['CD'],
        answered: ['CD'],
        missing: [{ member: 'MA', reason: 'MODULE_NOT_OFFERED' }],
      },
    ],
  });
});

test('of several reasons the first is named, and one of its own before a module that it does not offer', () => {
  const hops = [
    { path: [], asks: [ask('MA', 'MODULE_NOT_OFFERED')] },
    { path: ['a'], asks: [ask('MA', 'BREAKER_OPEN')] },
    { path: ['b'], asks: [ask('MA', 'TIMEOUT')] },
  ];
  expect(requestCoverage(hops, silentSince).missing).toEqual([
    { member: 'MA', reason: 'BREAKER_OPEN', part: null, since: null },
  ]);
});

test('a member that answers again is missing from the pages before', () => {
  const hops = [{ path: [], asks: [{ ...ask('CD'), missed: 'TIMEOUT' } as const, ask('MA')] }];
  const { complete, answered, missing, hops: told } = requestCoverage(hops, silentSince);
  expect({ complete, answered, missing, told }).toEqual({
    complete: false,
    answered: ['MA'],
    missing: [{ member: 'CD', reason: 'TIMEOUT', part: 'EARLIER_PAGES', since: SINCE }],
    told: [
      {
        path: [],
        asked: ['CD', 'MA'],
        answered: ['MA'],
        missing: [{ member: 'CD', reason: 'TIMEOUT' }],
      },
    ],
  });
});

const stale = (isWhole: boolean): AskRecord => ({
  ...ask('AMSG', 'TIMEOUT'),
  stale: { asOf: SINCE, isWhole },
});

test('what a member said before makes an answer whole, and not complete', () => {
  const hops = [{ path: [], asks: [stale(true), ask('MA')] }];
  expect(requestCoverage(hops, silentSince)).toEqual({
    complete: false,
    answered: ['MA'],
    missing: [],
    stale: [{ member: 'AMSG', asOf: SINCE }],
    hops: [{ path: [], asked: ['AMSG', 'MA'], answered: ['MA'], missing: [] }],
  });
});

test('where it said only a part before, it is missing as well', () => {
  const hops = [{ path: [], asks: [stale(false)] }];
  const { complete, missing, stale: named } = requestCoverage(hops, silentSince);
  expect({ complete, missing, named }).toEqual({
    complete: false,
    missing: [{ member: 'AMSG', reason: 'TIMEOUT', part: null, since: null }],
    named: [{ member: 'AMSG', asOf: SINCE }],
  });
});

test('who gave its rows without a field of a later version lacks their details; a silence is told before that', () => {
  const lacking = (member: string): AskRecord => ({ ...ask(member), missed: 'FIELD_NOT_OFFERED' });
  const hops = [
    { path: [], asks: [lacking('CD'), lacking('MA'), ask('ZM', 'FIELD_NOT_OFFERED')] },
    { path: DETAILS, asks: [ask('CD'), ask('MA', 'TIMEOUT')] },
  ];
  expect(requestCoverage(hops, silentSince).missing).toEqual([
    { member: 'CD', reason: 'FIELD_NOT_OFFERED', part: 'DETAILS', since: SINCE },
    { member: 'MA', reason: 'TIMEOUT', part: 'DETAILS', since: null },
    { member: 'ZM', reason: 'FIELD_NOT_OFFERED', part: null, since: null },
  ]);
});
