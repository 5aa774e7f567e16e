import { spawn } from 'node:child_process';
import { environment } from './config.ts';

/** A command of the compose file, run by hand. */
export type Started = {
  /** What the pattern's first group finds in all that it has written. */
  readonly says: (pattern: RegExp) => Promise<string>;
  /** SIGTERM, as a container gets it; ends when every process of the command has, with the milliseconds it took. */
  readonly stop: () => Promise<number>;
};

export function startCommand(
  command: string,
  variables: Readonly<Record<string, string>>,
): Started {
  const [program = '', ...args] = command.split(' ');
  // In a group of its own, so that nothing of it is left whatever happens.
  const child = spawn(program, args, { env: environment(variables), detached: true });
  let said = '';
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (part: string) => {
      said += part;
    });
  const closed = new Promise<void>((resolve) => child.on('close', () => resolve()));
  return {
    says: (pattern) =>
      new Promise((resolve, reject) => {
        const look = () => {
          const found = pattern.exec(said)?.[1];
          if (found !== undefined) resolve(found);
        };
        child.stdout.on('data', look);
        void closed.then(() => reject(new Error(`${command} ended and had said:\n${said}`)));
        look();
      }),
    stop: async () => {
      const since = performance.now();
      child.kill('SIGTERM');
      const late = setTimeout(() => process.kill(-Number(child.pid), 'SIGKILL'), 10_000);
      await closed;
      clearTimeout(late);
      return performance.now() - since;
    },
  };
}
