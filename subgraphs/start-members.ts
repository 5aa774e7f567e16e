import { accessSync, constants, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Logger } from 'pino';
import { defineMember } from './define-member.ts';
import { openKeptPorts } from './kept-ports.ts';
import { type Progress, type RunningMember, startMember } from './kit/index.ts';

export type StartMembersOptions = {
  readonly codes: readonly string[];
  /** Where each has its database, `<CODE>.db`; made where it is missing. */
  readonly folder: string;
  readonly host: string;
  readonly logger: Logger;
  readonly onProgress?: (progress: Progress) => void;
};
export type RunningMembers = {
  readonly members: readonly { readonly code: string; readonly url: string }[];
  readonly close: () => Promise<void>;
};

/** Several members in this process, each with its own database and on the port that it had there before; all of them, or none and one sentence. */
export async function startMembers({
  codes,
  folder,
  ...options
}: StartMembersOptions): Promise<RunningMembers> {
  const definitions = [...new Set(codes)].map(defineMember);
  makeWritable(folder);
  const ports = openKeptPorts(folder);
  const starting = definitions.map(async (definition) => {
    const { code } = definition.profile;
    const database = `sqlite:${join(folder, `${code}.db`)}`;
    const port = await ports.portOf(code, options.host);
    return await startMember(definition, { ...options, database, port });
  });
  const started = await Promise.allSettled(starting);
  const running = started.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
  const failed = started.find((each) => each.status === 'rejected');
  if (failed) {
    await closeAll(running);
    throw failed.reason;
  }
  ports.keep(running);
  return {
    members: running.map(({ code, url }) => ({ code, url })),
    close: () => closeAll(running),
  };
}

const closeAll = async (members: readonly RunningMember[]): Promise<void> => {
  await Promise.all(members.map((each) => each.close()));
};

function makeWritable(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
  } catch (cause) {
    throw new Error(
      `Expected a data folder that can be written, got ${resolve(folder)}; choose another or give rights on it.`,
      { cause },
    );
  }
}
