import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { PYTHON } from './config.ts';

/** Whether Python and what the example needs are on this machine; tests that need it say `[needs Python with ariadne]` where not. */
export const HAS_PYTHON: boolean =
  spawnSync(PYTHON, ['-c', 'import ariadne, uvicorn']).status === 0;

export type PythonMember = { readonly url: string; readonly close: () => Promise<void> };

/** The example as a process of its own, on a port that the system gives. */
export async function startPythonMember(...options: readonly string[]): Promise<PythonMember> {
  const child = spawn(
    PYTHON,
    ['-B', 'examples/python-member/member.py', '--port', '0', ...options],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  try {
    return { url: await addressSaidBy(child), close: () => stopped(child) };
  } catch (error) {
    await stopped(child);
    throw error;
  }
}

async function addressSaidBy({ stdout }: ChildProcess): Promise<string> {
  if (!stdout) throw new Error('Expected the member to have an output.');
  for await (const line of createInterface(stdout)) {
    const url = /http:\S+/.exec(line)?.[0];
    if (url !== undefined) return url;
  }
  throw new Error('Expected the member to say where it listens; it ended.');
}

async function stopped(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exit = once(child, 'exit');
  child.kill('SIGTERM');
  await exit;
}
