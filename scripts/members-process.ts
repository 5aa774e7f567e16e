import { fork } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { parseMemberCode } from '../schema/index.ts';
import type { MembersMessage } from '../subgraphs/index.ts';

type Address = { readonly code: MemberCode; readonly url: string };
type MemberCode = NonNullable<ReturnType<typeof parseMemberCode>>;

/** The process in which all members run. It ends with this one. */
export type MembersProcess = {
  readonly started: Promise<readonly Address[]>;
  /** Ends when the process does, with why; empty where it has said so itself. */
  readonly ended: Promise<string>;
  readonly stop: (limitMs: number) => Promise<void>;
};

export function forkMembers(
  codes: readonly string[] | undefined,
  dataDir: string,
  onLoaded: (loaded: { readonly members: number; readonly records: number }) => void,
): MembersProcess {
  const only = codes ? ['--members', codes.join(',')] : [];
  const child = fork('scripts/run.js', ['subgraphs/all.ts', ...only, '--folder', dataDir], {
    execArgv: [], // the room that the gateway has is not for members
    env: { ...process.env, LOG_LEVEL: 'warn' },
    stdio: ['ignore', 2, 2, 'ipc'], // stdout of this program is for people; logs go to stderr
  });
  let loaded = { members: 0, records: 0 };
  const started = new Promise<readonly Address[]>((resolve) => {
    child.on('message', (message: MembersMessage) => {
      if (message.kind === 'started') resolve(message.members.map(addressOf));
      else if (message.progress.kind === 'loaded') {
        loaded = {
          members: loaded.members + 1,
          records: loaded.records + message.progress.records,
        };
        onLoaded(loaded);
      }
    });
  });
  const exit = once(child, 'exit');
  return {
    started,
    ended: exit.then(([code, signal]) => sayEnd(code, signal)),
    stop: async (limitMs) => {
      child.kill('SIGTERM');
      await Promise.race([exit, wait(limitMs)]);
      child.kill('SIGKILL');
    },
  };
}

/** With 1 it has said what was wrong, in its own words. */
const sayEnd = (code: number | null, signal: NodeJS.Signals | null): string =>
  code === 1
    ? ''
    : `The members' process has ended (${signal ?? `exit code ${code}`}); start again.`;

function addressOf({ code, url }: { readonly code: string; readonly url: string }): Address {
  const parsed = parseMemberCode(code);
  if (!parsed) throw new Error(`Expected a member code, got ${code}.`);
  return { code: parsed, url };
}
