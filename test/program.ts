import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { ENGINE } from './config.ts';

export type Program = {
  readonly child: ChildProcess;
  /** Everything it has written so far. */
  readonly said: () => string;
  /** Ends when it has written that. */
  readonly says: (words: RegExp) => Promise<RegExpMatchArray>;
  readonly exit: Promise<number | null>;
};

/** One of our programs as a process of its own, with nothing of this one's environment but the engine. */
export function run(
  program: readonly string[],
  environment: Readonly<Record<string, string>>,
): Program {
  const child = spawn(process.execPath, ['scripts/run.js', ...program], {
    env: { ENGINE, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (part: string) => {
      text += part;
    });
  const exit = once(child, 'exit').then(([code]) => code as number | null);
  return {
    child,
    said: () => text,
    says: (words) =>
      until(
        () => text.match(words),
        exit,
        () => text,
      ),
    exit,
  };
}

async function until<Found>(
  look: () => Found | null,
  exit: Promise<unknown>,
  said: () => string,
): Promise<Found> {
  let ended = false;
  void exit.then(() => {
    ended = true;
  });
  for (;;) {
    const found = look();
    if (found !== null) return found;
    if (ended) throw new Error(`The program ended and had said:\n${said()}`);
    await new Promise((done) => setTimeout(done, 20));
  }
}
