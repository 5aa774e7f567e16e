import { expect, test } from '@jest/globals';
import { LINE_FIELDS, type Note } from '../../../gateway/telemetry/index.ts';
import { requestLine } from '../../../gateway/telemetry/request-line.ts';
import { answeredWith, noteOfRefusal, noteOfTwoHops } from './question.ts';

const lineOf = (answered: ReturnType<typeof answeredWith>, note?: Note) =>
  requestLine({ ...answered, question: note?.question() });
const ms = expect.any(Number);

test('the line of a question says who was asked, who is missing and why, and what it took', () => {
  expect(lineOf(answeredWith(200), noteOfTwoHops())).toEqual({
    status: 200,
    ms: { total: 120, checked: ms, planned: ms, executed: ms },
    bytes: 2345,
    queryHash: '0123456789abcdef',
    operation: 'Q06_MinesInBox',
    viewer: 'public',
    codes: ['MEMBER_UNAVAILABLE'],
    complete: false,
    asked: ['AMSG', 'CD', 'MA', 'ZM'],
    missing: { CD: 'TIMEOUT', MA: 'UNREACHABLE', NA: 'MODULE_NOT_OFFERED', ZM: 'BREAKER_OPEN' },
    stale: { AMSG: '2026-11-24T08:00:00.000Z' },
    cost: { cost: 1200, limit: 50_000 },
    rows: { moved: 150, returned: 50 },
    plan: 'kept',
  });
});

test('the line of a refused question says so, and that nobody was asked', () => {
  expect(lineOf(answeredWith(400), noteOfRefusal())).toEqual({
    status: 400,
    ms: { total: 120, checked: null, planned: null, executed: null },
    bytes: 2345,
    queryHash: 'fedcba9876543210',
    operation: null,
    viewer: 'public',
    codes: ['COST_EXCEEDED'],
    complete: null,
    asked: [],
    missing: {},
    stale: {},
    cost: { cost: 90_000, limit: 50_000 },
    rows: { moved: 0, returned: 0 },
    plan: null,
  });
});

test('the line of what could not be read as a question has what HTTP tells', () => {
  expect(lineOf(answeredWith(415, { codes: ['BAD_REQUEST'] }))).toEqual({
    status: 415,
    ms: { total: 120, checked: null, planned: null, executed: null },
    bytes: 2345,
    queryHash: null,
    operation: null,
    viewer: null,
    codes: ['BAD_REQUEST'],
    complete: null,
    asked: [],
    missing: {},
    stale: {},
    cost: null,
    rows: { moved: 0, returned: 0 },
    plan: null,
  });
});

test('the name of an operation is cut at 64 letters', () => {
  const question = noteOfRefusal().question();
  if (!question) throw new Error('Expected a question, got none.');
  const operation = 'Q'.repeat(65);
  expect(
    requestLine({ ...answeredWith(200), question: { ...question, operation } }).operation,
  ).toBe('Q'.repeat(64));
});

test('every field of the line is described', () => {
  expect(Object.keys(lineOf(answeredWith(200)))).toEqual(Object.keys(LINE_FIELDS));
});
