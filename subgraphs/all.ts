import { readAllMembersConfig, readLogLevel } from './config.ts';
import { makeLogger } from './logger.ts';
import type { MembersMessage } from './members-message.ts';
import { runUntilStopped } from './run-until-stopped.ts';
import { startMembers } from './start-members.ts';

/** All members in one process: `--members MA,CD --folder data`. It ends with the process that forked it. */
await runUntilStopped(async () => {
  const logger = makeLogger(readLogLevel());
  const tell = (message: MembersMessage) => {
    if (process.send) process.send(message);
    else logger.info(message, message.kind);
  };
  const running = await startMembers({
    ...readAllMembersConfig(),
    logger,
    onProgress: (progress) => tell({ kind: 'progress', progress }),
  });
  tell({ kind: 'started', members: running.members });
  return running;
});
