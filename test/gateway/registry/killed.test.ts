import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from '@jest/globals';
import { FULL } from '../../oracle/config.ts';
import { temporaryFolder } from '../../subgraphs/temporary.ts';
import { givenRegistry, numberOf, urlOf } from './given-registry.ts';
import { CHANGED, FIRST } from './killed-state.ts';

const folder = temporaryFolder();
const prepared = join(folder, 'prepared');

beforeAll(async () => {
  const registry = await givenRegistry(prepared);
  await registry.publishes('MA', FIRST);
  await registry.close();
});

/** A publication in a process of its own, which is killed before that step of it. */
async function publishedUntil(step: number) {
  const place = join(folder, `killed-${step}`);
  cpSync(prepared, place, { recursive: true });
  const program = 'test/gateway/registry/killed-publication.ts';
  const child = spawn(process.execPath, ['scripts/run.js', program, place, String(step)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (part: string) => {
    said += part;
  });
  const [, signal] = await once(child, 'close');
  return { place, said, signal };
}

async function stateIn(place: string) {
  const registry = await givenRegistry(place);
  const [state, history] = [registry.state(), await registry.history('MA')];
  const accepted = (await registry.attempts(100)).filter(({ outcome }) => outcome === 'ACCEPTED');
  const next = numberOf(await registry.publishes('CD'));
  await registry.close();
  return { state, numbers: history.map(({ number }) => number), tries: accepted.length, next };
}

const whole = (number: number, { modules, extension }: typeof FIRST) => ({
  state: {
    number,
    members: [{ code: 'MA', url: urlOf('MA'), modules, contractVersion: '1.0' }],
    extensions: [{ member: 'MA', sdl: extension }],
    withdrawn: [],
  },
  numbers: number === 1 ? [1] : [2, 1],
  tries: number,
  next: number + 1,
});

const POINTS = 20;
const COMMIT = 'COMMIT';

test(`killed at any of ${POINTS} points, the registry has the old state or the new one, whole`, async () => {
  const all = await publishedUntil(0);
  const steps: readonly string[] = JSON.parse(all.said);
  expect([steps.length >= POINTS, steps.filter((each) => each === COMMIT)]).toEqual([
    true,
    [COMMIT],
  ]);
  expect(await stateIn(all.place)).toEqual(whole(2, CHANGED));
  const commit = steps.indexOf(COMMIT) + 1; // it dies before this step
  const points = FULL ? steps.map((_, place) => place + 1) : [commit - 1, commit, commit + 1];
  for (const point of points) {
    const { place, signal } = await publishedUntil(point);
    expect(signal).toBe('SIGKILL');
    const expected = point <= commit ? whole(1, FIRST) : whole(2, CHANGED);
    expect(await stateIn(place)).toEqual(expected);
  }
}, 300_000);
