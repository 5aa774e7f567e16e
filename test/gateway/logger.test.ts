import { Writable } from 'node:stream';
import { expect, test } from '@jest/globals';
import { makeLogger } from '../../gateway/logger.ts';

function collecting() {
  const lines: string[] = [];
  const stream = new Writable({
    write: (chunk, _encoding, done) => {
      lines.push(String(chunk));
      done();
    },
  });
  return { lines, stream };
}

test('machines read JSON', () => {
  const { lines, stream } = collecting();
  makeLogger(false, stream).warn({ member: 'MA' }, 'MA did not answer.');
  expect(lines.map((line) => JSON.parse(line))).toEqual([
    {
      level: 40,
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
      member: 'MA',
      msg: 'MA did not answer.',
    },
  ]);
});

test('a person at a terminal reads lines', () => {
  const { lines, stream } = collecting();
  makeLogger(true, stream).warn('MA did not answer.');
  expect(lines.join('')).toMatch(/WARN.*MA did not answer\.\S*\n$/);
});

test('what went wrong is logged with its cause', () => {
  const { lines, stream } = collecting();
  const err = new Error('The page failed', { cause: new Error('connection refused') });
  makeLogger(false, stream).error({ err }, 'A question could not be answered.');
  expect(JSON.parse(lines.join(''))).toMatchObject({
    err: { message: 'The page failed: connection refused' },
  });
});
