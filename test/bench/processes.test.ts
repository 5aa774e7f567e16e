import { expect, test } from '@jest/globals';
import { startProgram } from '../../bench/processes/index.ts';

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
