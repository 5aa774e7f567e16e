import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { openLogDestination } from '../../gateway/log-destination.ts';
import { makeLogger } from '../../gateway/logger.ts';

const FULL_DISK = '/dev/full';
const onLinux = process.platform === 'linux' ? test : test.skip;

onLinux('a log on a full disk is told once, and whoever logs is not disturbed', () => {
  const fd = openSync(FULL_DISK, 'w');
  const told: string[] = [];
  const logger = makeLogger(
    false,
    openLogDestination(fd, (says) => told.push(says)),
  );
  for (let line = 0; line < 5_000; line += 1) logger.info({ line, text: 'x'.repeat(500) }, 'More.');
  expect(told).toEqual([
    'The log cannot be written: ENOSPC: no space left on device, write. The gateway goes on answering, and what it has to say is lost; make room.',
  ]);
  closeSync(fd);
});

onLinux('a log that can be written again says so, and shows where it broke off', () => {
  const folder = mkdtempSync(join(tmpdir(), 'zellige-log-'));
  const file = join(folder, 'log');
  const fd = openSync(FULL_DISK, 'w');
  const told: string[] = [];
  const logger = makeLogger(
    false,
    openLogDestination(fd, (says) => told.push(says)),
  );
  logger.info('One.');
  closeSync(fd);
  expect(openSync(file, 'w')).toBe(fd); // the lowest number that is free, so the log now goes to this file
  logger.info('Two.');
  const lines = readFileSync(file, 'utf8').trim().split('\n');
  expect(lines.map((line) => (JSON.parse(line) as { readonly msg: string }).msg)).toEqual([
    'One.',
    'Two.',
  ]);
  expect(told.slice(1)).toEqual(['The log is written again.']);
  closeSync(fd);
  rmSync(folder, { recursive: true });
});

test('a log that can be written says nothing beside its lines', () => {
  const folder = mkdtempSync(join(tmpdir(), 'zellige-log-'));
  const file = join(folder, 'log');
  const fd = openSync(file, 'w');
  const told: string[] = [];
  const logger = makeLogger(
    false,
    openLogDestination(fd, (says) => told.push(says)),
  );
  logger.info('One.');
  logger.info('Two.');
  const lines = readFileSync(file, 'utf8').trim().split('\n');
  expect(lines.map((line) => (JSON.parse(line) as { readonly msg: string }).msg)).toEqual([
    'One.',
    'Two.',
  ]);
  expect(told).toEqual([]);
  closeSync(fd);
  rmSync(folder, { recursive: true });
});
