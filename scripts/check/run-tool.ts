import { spawn } from 'node:child_process';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

/** Runs a program of an installed package, such as `typescript/bin/tsc`; gives what it printed where it failed. */
export async function faultsOfTool(
  program: string,
  args: readonly string[],
): Promise<readonly string[]> {
  const path = fileURLToPath(new URL(`../../node_modules/${program}`, import.meta.url));
  const run = spawn(process.execPath, [path, ...args], {
    env: {
      ...process.env,
      NODE_OPTIONS: '--experimental-vm-modules',
      NODE_NO_WARNINGS: '1',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const status = new Promise<number | null>((resolve) => run.on('close', resolve));
  const printed = await Promise.all([text(run.stdout), text(run.stderr)]);
  return (await status) === 0 ? [] : [printed.join('').trim()];
}
