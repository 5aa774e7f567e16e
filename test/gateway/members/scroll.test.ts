import { expect, test } from '@jest/globals';
import type { Place } from '../../../gateway/members/cursor.ts';
import type { Given } from '../../../gateway/members/gather.ts';
import { missedSoFar, missedUpTo } from '../../../gateway/members/scroll.ts';

const given = (member: string): Given => ({ kind: 'given', member, value: {}, errors: [] });
const silent = (member: string): Given => ({ kind: 'missing', member, reason: 'TIMEOUT' });
const at = (id: string) => ({ keys: [], id });
const before = (more: Partial<Place> = {}): Place => ({
  position: at('CD:site:5'),
  seen: ['CD', 'MA'],
  missed: [],
  ...more,
});
const END = at('MA:site:9');

test('a member silent on the first page misses it from its start to its end', () => {
  expect(missedSoFar([given('CD'), silent('MA')], { before: undefined, end: END })).toEqual([
    { member: 'MA', reason: 'TIMEOUT', range: { from: null, to: END } },
  ]);
});

test('a member silent on the last page misses the rest of the list', () => {
  expect(missedSoFar([given('CD'), silent('MA')], { before: before(), end: null })).toEqual([
    { member: 'MA', reason: 'TIMEOUT', range: { from: at('CD:site:5'), to: null } },
  ]);
});

test('what a member missed stays declared when it is back', () => {
  const missed = [
    { member: 'MA', reason: 'TIMEOUT', range: { from: null, to: at('CD:site:5') } },
  ] as const;
  expect(missedSoFar([given('CD'), given('MA')], { before: before({ missed }), end: END })).toEqual(
    missed,
  );
});

test('a member silent again has one range that covers both', () => {
  const missed = [
    { member: 'MA', reason: 'TIMEOUT', range: { from: null, to: at('CD:site:2') } },
  ] as const;
  expect(
    missedSoFar([given('CD'), silent('MA')], { before: before({ missed }), end: END }),
  ).toEqual([{ member: 'MA', reason: 'TIMEOUT', range: { from: null, to: END } }]);
});

test('a member that joins in mid-scroll was never asked for the pages before', () => {
  const all = [given('CD'), given('MA'), given('ZM')];
  expect(missedSoFar(all, { before: before(), end: END })).toEqual([
    { member: 'ZM', reason: 'UNREACHABLE', range: { from: null, to: at('CD:site:5') } },
  ]);
});

test('a member withdrawn in mid-scroll is missing from there on', () => {
  expect(missedSoFar([given('CD')], { before: before(), end: END })).toEqual([
    { member: 'MA', reason: 'WITHDRAWN', range: { from: at('CD:site:5'), to: END } },
  ]);
});

test('who does not offer the module lost nothing', () => {
  const off: Given = { kind: 'missing', member: 'MA', reason: 'MODULE_NOT_OFFERED' };
  expect(missedSoFar([off], { before: undefined, end: null })).toEqual([]);
});

test('who offered the module when the scroll began, and does no more, is missing from there on', () => {
  const off: Given = { kind: 'missing', member: 'MA', reason: 'MODULE_NOT_OFFERED' };
  expect(missedSoFar([given('CD'), off], { before: before(), end: END })).toEqual([
    { member: 'MA', reason: 'MODULE_NOT_OFFERED', range: { from: at('CD:site:5'), to: END } },
  ]);
});

test('a member that joins in mid-scroll and is silent at once has missed all pages so far', () => {
  const all = [given('CD'), given('MA'), silent('ZM')];
  expect(missedSoFar(all, { before: before(), end: END })).toEqual([
    { member: 'ZM', reason: 'TIMEOUT', range: { from: null, to: END } },
  ]);
});

test('a member that never answered and is withdrawn goes on missing', () => {
  const missed = [
    { member: 'ZM', reason: 'TIMEOUT', range: { from: null, to: at('CD:site:5') } },
  ] as const;
  const all = [given('CD'), given('MA')];
  expect(missedSoFar(all, { before: before({ missed }), end: END })).toEqual([
    { member: 'ZM', reason: 'WITHDRAWN', range: { from: null, to: END } },
  ]);
});

test('a cursor says what was missed up to its own place, and nothing of what lies behind', () => {
  const range = (from: string | null, to: string | null) => ({
    member: 'MA',
    reason: 'TIMEOUT' as const,
    range: { from: from === null ? null : at(from), to: to === null ? null : at(to) },
  });
  const upTo5 = (from: string | null, to: string | null) =>
    missedUpTo(at('CD:site:5'), [range(from, to)], []);
  expect(upTo5(null, 'CD:site:3')).toEqual([range(null, 'CD:site:3')]);
  expect(upTo5('CD:site:1', 'CD:site:7')).toEqual([range('CD:site:1', 'CD:site:5')]);
  expect(upTo5('CD:site:1', null)).toEqual([range('CD:site:1', 'CD:site:5')]);
  expect(upTo5('CD:site:5', 'CD:site:7')).toEqual([]);
});
