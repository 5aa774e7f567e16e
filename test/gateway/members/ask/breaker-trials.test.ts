import { expect, test } from '@jest/globals';
import { openBreakers } from '../../../../gateway/members/ask/breaker.ts';

const LIMITS = { breakerFailuresMax: 2, breakerOpenMsMin: 100, breakerOpenMsMax: 300 };
const FAILED = { kind: 'FAILED', reason: 'TIMEOUT', says: 'It said nothing.' } as const;
const ANSWERED = { kind: 'ANSWERED' } as const;

/** The breaker of one member, at a time that the test sets. */
function breaker() {
  let nowMs = 0;
  const breakers = openBreakers(LIMITS, {
    nowMs: () => nowMs,
    date: () => new Date(nowMs),
    after: () => () => undefined,
  });
  return {
    at: (ms: number) => {
      nowMs = ms;
    },
    admit: () => breakers.admit('MA'),
    state: () => breakers.statusOf('MA').state,
    fails: () => breakers.admit('MA')?.(FAILED),
  };
}

test('after so many silences in a row a member is spared, and not before', () => {
  const { admit, fails, state } = breaker();
  fails();
  expect(state()).toBe('CLOSED');
  fails();
  expect([state(), admit()]).toEqual(['OPEN', undefined]);
});

test('an answer in between begins the count anew', () => {
  const { admit, fails, state } = breaker();
  fails();
  admit()?.(ANSWERED);
  fails();
  expect(state()).toBe('CLOSED');
});

test('one trial at a time is let through, and its answer closes the breaker', () => {
  const { at, admit, fails, state } = breaker();
  fails();
  fails();
  at(100);
  const trial = admit();
  expect([typeof trial, admit()]).toEqual(['function', undefined]);
  trial?.(ANSWERED);
  expect([state(), typeof admit()]).toEqual(['CLOSED', 'function']);
});

test('after each trial that fails a member is spared for twice as long, up to the limit', () => {
  const { at, admit, fails } = breaker();
  fails();
  fails();
  const opensAgain = (from: number, to: number) => {
    at(from);
    fails();
    at(to - 1);
    const before = admit();
    at(to);
    return before === undefined;
  };
  expect([opensAgain(100, 300), opensAgain(300, 600), opensAgain(600, 900)]).toEqual([
    true,
    true,
    true,
  ]);
});
