import { expect, test } from '@jest/globals';
import { openAccount } from '../../../gateway/members/index.ts';

test('an account holds each hop, and in it each member once, in order of codes', () => {
  const account = openAccount();
  const first = account.openHop(['sites']);
  first.asked({ member: 'ZM', outcome: 'ANSWERED', tookMs: 3 });
  first.asked({ member: 'CD', outcome: 'TIMEOUT', tookMs: 5 });
  account
    .openHop(['sites', 'edges', '@', 'node'])
    .asked({ member: 'ZM', outcome: 'ANSWERED', tookMs: 2 });
  expect(account.hops()).toEqual([
    {
      path: ['sites'],
      asks: [
        { member: 'CD', outcome: 'TIMEOUT', tookMs: 5 },
        { member: 'ZM', outcome: 'ANSWERED', tookMs: 3 },
      ],
    },
    {
      path: ['sites', 'edges', '@', 'node'],
      asks: [{ member: 'ZM', outcome: 'ANSWERED', tookMs: 2 }],
    },
  ]);
});

test('a member whose answer turns out to be none is missing after all', () => {
  const account = openAccount();
  const hop = account.openHop([]);
  hop.asked({ member: 'CD', outcome: 'ANSWERED', tookMs: 5 });
  hop.missing('CD', 'PROTOCOL_ERROR');
  expect(account.hops()).toEqual([
    { path: [], asks: [{ member: 'CD', outcome: 'PROTOCOL_ERROR', tookMs: 5 }] },
  ]);
});

test('asked twice in one hop, a member has answered only where it did both times', () => {
  const account = openAccount();
  const hop = account.openHop([]);
  hop.asked({ member: 'CD', outcome: 'TIMEOUT', tookMs: 5 });
  hop.asked({ member: 'CD', outcome: 'ANSWERED', tookMs: 5 });
  expect(account.hops()[0]?.asks.map(({ outcome }) => outcome)).toEqual(['TIMEOUT']);
});

test('of two silences in one hop the first is named', () => {
  const account = openAccount();
  const hop = account.openHop([]);
  hop.asked({ member: 'CD', outcome: 'TIMEOUT', tookMs: 5 });
  hop.missing('CD', 'PROTOCOL_ERROR');
  expect(account.hops()[0]?.asks.map(({ outcome }) => outcome)).toEqual(['TIMEOUT']);
});

test('what nobody is at fault for gives way to a silence, and neither to an answer', () => {
  const account = openAccount();
  const hop = account.openHop([]);
  hop.asked({ member: 'CD', outcome: 'ANSWERED', tookMs: 5 });
  hop.missing('CD', 'MODULE_NOT_OFFERED');
  hop.asked({ member: 'CD', outcome: 'ANSWERED', tookMs: 6 });
  hop.missing('ZM', 'MODULE_NOT_OFFERED');
  hop.missing('ZM', 'PROTOCOL_ERROR');
  hop.missing('ZM', 'MODULE_NOT_OFFERED');
  hop.missing('ZM', 'FIELD_NOT_OFFERED');
  expect(account.hops()[0]?.asks).toEqual([
    { member: 'CD', outcome: 'MODULE_NOT_OFFERED', tookMs: 5 },
    { member: 'ZM', outcome: 'PROTOCOL_ERROR', tookMs: null },
  ]);
});

test('a member that answers may have missed pages before; one that was not asked has not', () => {
  const account = openAccount();
  const hop = account.openHop([]);
  hop.asked({ member: 'CD', outcome: 'ANSWERED', tookMs: 5 });
  hop.missed('CD', 'TIMEOUT');
  hop.missed('ZM', 'TIMEOUT');
  expect(account.hops()[0]?.asks).toEqual([
    { member: 'CD', outcome: 'ANSWERED', tookMs: 5, missed: 'TIMEOUT' },
  ]);
});

test('rows moved and kept are summed over the hops', () => {
  const account = openAccount();
  account.openHop([]).moved(10, 4);
  account.openHop([]).moved(2, 2);
  expect(account.rows()).toEqual({ moved: 12, kept: 6 });
});
