import { expect, test } from '@jest/globals';
import { readOptions } from '../../gateway/options.ts';

const DEADLINE = 'a whole number of milliseconds from 100 to 60000';

test.each([
  ['nothing', {}, undefined, { onMissing: 'PARTIAL', deadlineMs: null }],
  ['nothing of ours', {}, { other: { onMissing: 5 } }, { onMissing: 'PARTIAL', deadlineMs: null }],
  ['an empty object', {}, { zellige: {} }, { onMissing: 'PARTIAL', deadlineMs: null }],
  [
    'both in the extension',
    {},
    { zellige: { onMissing: 'FAIL', deadlineMs: 1000 } },
    { onMissing: 'FAIL', deadlineMs: 1000 },
  ],
  [
    'both in headers',
    { 'zellige-on-missing': 'FAIL', 'zellige-deadline-ms': '1000' },
    {},
    { onMissing: 'FAIL', deadlineMs: 1000 },
  ],
  [
    'one in each',
    { 'zellige-on-missing': 'FAIL' },
    { zellige: { deadlineMs: 100 } },
    { onMissing: 'FAIL', deadlineMs: 100 },
  ],
  [
    'the extension over the header',
    { 'zellige-on-missing': 'FAIL', 'zellige-deadline-ms': '1000' },
    { zellige: { onMissing: 'PARTIAL', deadlineMs: 60_000 } },
    { onMissing: 'PARTIAL', deadlineMs: 60_000 },
  ],
] as const)('%s is read', (_, headers, extensions, options) => {
  expect(readOptions(headers, extensions)).toEqual({ kind: 'read', options });
});

const inExtension = (zellige: unknown) => [{}, { zellige }] as const;
test.each([
  [
    ...inExtension({ onMissing: 'STALE' }),
    'extensions.zellige.onMissing: expected "PARTIAL" or "FAIL", got "STALE".',
  ],
  [
    ...inExtension({ onMissing: 'fail' }),
    'extensions.zellige.onMissing: expected "PARTIAL" or "FAIL", got "fail".',
  ],
  [
    ...inExtension({ onMissing: null }),
    'extensions.zellige.onMissing: expected "PARTIAL" or "FAIL", got null.',
  ],
  ...[99, 60_001, 1.5, '1000', null, -1].map(
    (deadlineMs) =>
      [
        ...inExtension({ deadlineMs }),
        `extensions.zellige.deadlineMs: expected ${DEADLINE}, got ${JSON.stringify(deadlineMs)}.`,
      ] as const,
  ),
  [
    ...inExtension({ onmissing: 'FAIL' }),
    'extensions.zellige.onmissing: expected one of the keys onMissing, deadlineMs, got "onmissing".',
  ],
  [
    ...inExtension(JSON.parse('{ "__proto__": { "onMissing": "FAIL" } }')),
    'extensions.zellige.__proto__: expected one of the keys onMissing, deadlineMs, got "__proto__".',
  ],
  ...[5, 'FAIL', null, []].map(
    (zellige) =>
      [
        ...inExtension(zellige),
        `extensions.zellige: expected an object with the keys onMissing and deadlineMs, got ${JSON.stringify(zellige)}.`,
      ] as const,
  ),
  [
    { 'zellige-on-missing': 'FAIL, PARTIAL' },
    {},
    'Zellige-On-Missing: expected "PARTIAL" or "FAIL", got "FAIL, PARTIAL".',
  ],
  ...['', '99', '60001', '1e3', '1000.0', ' 1000', '9'.repeat(400)].map(
    (text) =>
      [
        { 'zellige-deadline-ms': text },
        {},
        `Zellige-Deadline-Ms: expected ${DEADLINE}, got ${JSON.stringify(text).slice(0, 120)}.`,
      ] as const,
  ),
  [
    { 'zellige-on-missing': 'sometimes' },
    { zellige: { onMissing: 'FAIL' } },
    'Zellige-On-Missing: expected "PARTIAL" or "FAIL", got "sometimes".',
  ],
])('%j with %j is refused', (headers, extensions, says) => {
  expect(readOptions(headers, extensions)).toEqual({ kind: 'refused', says });
});
