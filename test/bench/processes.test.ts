import { expect, test } from '@jest/globals';
import { descendantsOf, freePort, startProgram, untilReady } from '../../bench/processes/index.ts';

test('a program answers what it knows and refuses what it does not', async () => {
  const load = startProgram({ command: ['bench/programs/load.ts'], cores: null });
  try {
    await expect(load.ask('rest')).rejects.toThrow(
      'Expected an answer to "rest". Error: No question "rest" is known here.',
    );
  } finally {
    await load.stop();
  }
  expect(await load.ended).toBe('bench/programs/load.ts ended (SIGTERM).');
});

test('a program that cannot start says why instead of being waited for', async () => {
  const floor = startProgram({ command: ['bench/programs/floor.ts', '{}'], cores: null });
  await expect(floor.ask('usage')).rejects.toThrow('bench/programs/floor.ts {} ended (1).');
  expect(await floor.ended).toContain('ZodError');
});

const onLinux = process.platform === 'linux' ? test : test.skip;

onLinux(
  'a process is found below the one that started it, with the memory that it holds',
  async () => {
    const load = startProgram({ command: ['bench/programs/load.ts'], cores: null });
    try {
      await load.ask('rest').catch(() => {});
      const found = descendantsOf(process.pid).find((each) => each.command.includes('load.ts'));
      expect(found?.rssMb).toBeGreaterThan(20);
      expect(found?.peakRssMb).toBeGreaterThanOrEqual(Number(found?.rssMb));
    } finally {
      await load.stop();
    }
  },
);

test('a server that never comes up is waited for until its time is over, or until it ends', async () => {
  const url = `http://127.0.0.1:${await freePort()}/ready`;
  await expect(untilReady(url, 100, new Promise(() => {}))).rejects.toThrow(
    `Expected ${url} to say 200 within 100 ms, it did not.`,
  );
  await expect(untilReady(url, 60_000, Promise.resolve('It ended (1).'))).rejects.toThrow(
    'It ended (1).',
  );
});
