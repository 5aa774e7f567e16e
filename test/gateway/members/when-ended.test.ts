import { expect, test } from '@jest/globals';
import { whenEnded } from '../../../gateway/members/when-ended.ts';

test('all who wait for an end are told of it once, but those that have gone before', () => {
  const ending = new AbortController();
  const told: string[] = [];
  whenEnded(ending.signal, () => told.push('first'));
  const forget = whenEnded(ending.signal, () => told.push('gone'));
  const again = () => told.push('again');
  whenEnded(ending.signal, again);
  whenEnded(ending.signal, again);
  forget();
  ending.abort();
  ending.abort();
  expect(told).toEqual(['first', 'again', 'again']);
});

test('who comes after the end is told at once', () => {
  const told: string[] = [];
  whenEnded(AbortSignal.abort(), () => told.push('late'));
  expect(told).toEqual(['late']);
});

test('a signal has one listener, however many wait for it', () => {
  const ending = new AbortController();
  let listeners = 0;
  ending.signal.addEventListener = () => {
    listeners += 1;
  };
  for (let i = 0; i < 54; i += 1) whenEnded(ending.signal, () => undefined);
  expect(listeners).toBe(1);
});
