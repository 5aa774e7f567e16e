import { expect, test } from '@jest/globals';
import { firstDay, lastDay, microseconds } from './calendar.ts';
import { chosen } from './choose.ts';
import { coverageOf } from './coverage.ts';
import { converted } from './measures.ts';
import { inOrder } from './order.ts';
import { partsOf } from './parts.ts';
import { plus, rational, written } from './rational.ts';
import { capacityTotals } from './sums.ts';
import type { Row } from './tables.ts';
import { bytesOf, leadingText } from './text.ts';

// The oracle's own rules, each from the contract's words, so that a difference can be laid at the right door.

test.each([
  ['2025', '2025-01-01', '2025-12-31'],
  ['2025-02', '2025-02-01', '2025-02-28'],
  ['2024-02', '2024-02-01', '2024-02-29'],
  ['2025-02-15', '2025-02-15', '2025-02-15'],
])('%s may mean every day from %s to %s', (date, first, last) => {
  expect([firstDay(date), lastDay(date)]).toEqual([first, last]);
});

const policy = (inForceFrom: string | null, inForceTo: string | null): Row => ({
  id: 'MA:policy:a',
  home: 'MA',
  inForceFrom,
  inForceTo,
});
test.each([
  ['from 2025-02 is in force on 2025-02-15', policy('2025-02', null), '2025-02-15', true],
  ['from 2025-02 is in force on its first day', policy('2025-02', null), '2025-02-01', true],
  ['from 2025-02 is not in force before', policy('2025-02', null), '2025-01-31', false],
  [
    'to 2025-10-15 is no longer in force on that day',
    policy('2023', '2025-10-15'),
    '2025-10-15',
    false,
  ],
  ['to 2025-10-15 is in force the day before', policy('2023', '2025-10-15'), '2025-10-14', true],
  ['to 2026 ends when 2026 begins', policy('2023', '2026'), '2026-01-01', false],
  ['to 2026 is in force on the last day of 2025', policy('2023', '2026'), '2025-12-31', true],
  ['without a first day is in force on none', policy(null, null), '2025-10-15', false],
])('a policy %s', (_, row, inForceOn, isThere) => {
  expect(chosen([row], { inForceOn }, () => true)).toEqual(isThere ? [row] : []);
});

const event = (startDate: string | null, endDate: string | null): Row => ({
  id: 'MA:event:a',
  home: 'MA',
  startDate,
  endDate,
});
test.each([
  [
    'of 2025-07 is not over before 2025-07-15',
    event('2025-07', null),
    { from: '2025-07-15' },
    true,
  ],
  ['of 2025-07 is over before August', event('2025-07', null), { from: '2025-08-01' }, false],
  ['of 2025-07 has begun by 2025-07-10', event('2025-07', null), { to: '2025-07-10' }, true],
  ['of 2025-07 has not begun by June', event('2025-07', null), { to: '2025-06-30' }, false],
  ['is not over on its last day', event('2025', '2025-07-15'), { from: '2025-07-15' }, true],
  ['is over after its last day', event('2025', '2025-07-15'), { from: '2025-07-16' }, false],
  ['without dates is never meant', event(null, null), { from: '2000-01-01' }, false],
])('an event %s', (_, row, filter, isThere) => {
  expect(chosen([row], filter, () => true)).toEqual(isThere ? [row] : []);
});

test('instants are told apart to the microsecond, however they are written', () => {
  const [early, late] = ['2026-03-11T10:00:00.500000Z', '2026-03-11T10:00:00.500001Z'];
  expect(microseconds(late) - microseconds(early)).toBe(1n);
  expect(microseconds('2026-03-11T12:00:00.5+02:00')).toBe(microseconds(early));
});

test.each([
  ['E\u0301LAN', 'elan'],
  ['\u00c9lan', 'elan'],
  ['\u0130', 'i'],
  ['I\u0131', 'i\u0131'],
  ['\u212b', 'a'],
  ['\ufb01', '\ufb01'],
  ['\u00c0\u0416', 'a\u0416'],
])('%s is ordered and searched as %s', (text, key) => {
  expect(bytesOf(text).toString('utf8')).toBe(key);
});

test('a name leads with its English, else with its original', () => {
  expect(leadingText({ en: 'a', fr: 'b', originalLanguage: 'FR' })).toBe('a');
  expect(leadingText({ fr: 'b', ar: 'c', originalLanguage: 'AR' })).toBe('c');
  expect(leadingText({ ar: 'c', pt: 'd', originalLanguage: 'SW' })).toBe('d');
  expect(leadingText(null)).toBeNull();
});

test('numbers are added and converted exactly', () => {
  expect(written(plus(rational('0.1'), rational('0.20')))).toBe('0.3');
  expect(written(plus(rational('9007199254740993'), rational('-0.001')))).toBe(
    '9007199254740992.999',
  );
  expect(converted('1.5', 'MEGATONNE', 'KILOGRAM')).toBe('1500000000');
  expect(converted('3', 'KILOGRAM', 'MEGATONNE')).toBe('0.000000003');
  expect(converted('3', 'CARAT', 'KILOGRAM')).toBeNull();
});

test('rows rise by the bytes of their keys, nothing last in both directions, ties by id', () => {
  const named = (id: string, en: string | null): Row => ({
    id,
    home: 'MA',
    name: en === null ? null : { en },
  });
  const rows = [
    named('d', null),
    named('c', '\ue000'),
    named('b', '\u{1f48e}'),
    named('a', 'z'),
    named('A', 'Z'),
  ];
  const ids = (direction: 'ASC' | 'DESC') =>
    rows.toSorted(inOrder([{ field: 'NAME', direction }])).map(({ id }) => id);
  expect(ids('ASC')).toEqual(['A', 'a', 'c', 'b', 'd']);
  expect(ids('DESC')).toEqual(['b', 'c', 'A', 'a', 'd']);
});

test('a withheld number makes a sum a lower bound, and is no zero', () => {
  const amount = { unit: 'TONNE', basis: null };
  const [two, none] = [
    { ...amount, value: '2.50', flag: 'ROUNDED' },
    { ...amount, value: null, flag: 'WITHHELD' },
  ];
  expect(partsOf([two, none], true)).toEqual({
    sum: '2.5',
    precision: 'AT_LEAST',
    count: 1,
    min: '2.5',
    max: '2.5',
    withheld: 1,
    estimated: 1,
    bounded: 0,
  });
});

test('a shared capacity counts once, at the least of the chosen sites', () => {
  const capacity = {
    commodityCode: 'cobalt',
    product: null,
    year: 2024,
    perYear: { value: '5', unit: 'TONNE', basis: null, flag: 'EXACT' },
  };
  const site = (id: string, sharedWith: readonly string[]): Row => ({
    id,
    home: 'MA',
    type: id,
    capacities: [{ ...capacity, sharedWith }],
  });
  const [a, b] = [site('MA:site:B', ['MA:site:a']), site('MA:site:a', ['MA:site:B'])];
  const typesOf = (sites: readonly Row[]) =>
    capacityTotals(sites, null, () => true).map((row) => 'siteType' in row && row.siteType);
  expect([typesOf([b, a]), typesOf([b])]).toEqual([['MA:site:B'], ['MA:site:a']]);
});

test('who could hold a row answers or is missing; all others are left out', () => {
  const members = [
    { code: 'ZM', modules: ['POLICIES'], writes: [] },
    { code: 'AMSG', modules: ['POLICIES', 'EVENTS'], writes: [] },
    { code: 'MA', modules: ['MINERALS', 'POLICIES', 'EVENTS'], writes: [] },
    { code: 'CD', modules: ['MINERALS', 'POLICIES', 'EVENTS'], writes: [] },
  ] as const;
  const asked = {
    module: 'MINERALS',
    atHome: true,
    owners: null,
    countries: null,
    country: undefined,
  } as const;
  expect(coverageOf(members, new Map([['CD', 'UNREACHABLE']]), asked)).toEqual({
    complete: false,
    answered: ['MA'],
    missing: [
      { member: 'CD', reason: 'UNREACHABLE' },
      { member: 'ZM', reason: 'MODULE_NOT_OFFERED' },
    ],
    nobodyAnswered: false,
  });
  const events = {
    module: 'EVENTS',
    atHome: false,
    owners: ['AMSG', 'MA'],
    countries: ['CD'],
    country: 'CD',
  } as const;
  expect(coverageOf(members, new Map(), events).answered).toEqual(['AMSG', 'MA']);
});
