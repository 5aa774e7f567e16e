import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { environmentWith } from './config.ts';
import { type Ask, asking } from './conversation.ts';

/** A program in a process of its own, which answers what it is asked until it is stopped. */
export type Program = {
  readonly ask: Ask;
  readonly stop: () => Promise<void>;
  /** Resolves when it has ended, with why. */
  readonly ended: Promise<string>;
  /** The last that it wrote on standard error. */
  readonly complaints: () => string;
};

export type ProgramStart = {
  /** The TypeScript file, with its arguments. */
  readonly command: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  /** Switches of Node, which stand before the program. */
  readonly nodeSwitches?: readonly string[];
  /** Where the sources are that it is started from; those of this process where nobody says. */
  readonly folder?: string;
  /** Processor numbers as `taskset` takes them; null runs it anywhere. */
  readonly cores: string | null;
};

const STOP_MS_MAX = 3_000;
const COMPLAINT_CHARACTERS_MAX = 4_000;

/** Starts one of our programs. Its standard output is dropped, its complaints are kept for the error that names them. */
export function startProgram(start: ProgramStart): Program {
  const { command, environment = {}, nodeSwitches = [], folder, cores } = start;
  const node = [process.execPath, ...nodeSwitches, 'scripts/run.js', ...command];
  const [file = '', ...args] = cores === null ? node : ['taskset', '-c', cores, ...node];
  const child = spawn(file, args, {
    env: environmentWith(environment),
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    ...(folder !== undefined && { cwd: folder }),
  });
  const complaints = complaintsOf(child);
  const ended = endOf(child, `${command.join(' ')} ended`, complaints);
  return { ask: asking(child, ended), stop: () => stop(child), ended, complaints };
}

function complaintsOf(child: ChildProcess): () => string {
  let complaints = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    complaints = (complaints + text).slice(-COMPLAINT_CHARACTERS_MAX);
  });
  return () => complaints;
}

function endOf(child: ChildProcess, says: string, complaints: () => string): Promise<string> {
  return new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('close', (code, signal) =>
      resolve(`${says} (${code ?? signal}). ${complaints()}`.trimEnd()),
    );
  });
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
  const gone = once(child, 'exit');
  child.kill('SIGTERM');
  const impatience = setTimeout(() => child.kill('SIGKILL'), STOP_MS_MAX);
  await gone;
  clearTimeout(impatience);
}
