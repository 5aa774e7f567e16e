import { readLogLevel, readMemberConfig } from './config.ts';
import { makeLogger } from './logger.ts';
import { runUntilStopped } from './run-until-stopped.ts';
import { startMember } from './start-member.ts';

/** `npm run member -- --code MA --port 4001 --database URL`: one member. */
await runUntilStopped(async () => {
  const logger = makeLogger(readLogLevel());
  const member = await startMember({
    ...readMemberConfig(),
    logger,
    onProgress: (progress) => logger.info(progress, 'Seeds'),
  });
  logger.info({ member: member.code, url: member.url }, 'The member answers.');
  return member;
});
