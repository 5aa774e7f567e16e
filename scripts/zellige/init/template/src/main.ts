import { mkdirSync } from 'node:fs';
import { pino } from 'pino';
import { startMember } from 'zellige-kit';
import { MEMBER } from './member.ts';

const { HOST = '127.0.0.1', PORT = '4101', DATABASE_URL = 'sqlite:data/{{CODE}}.db' } = process.env;
/** `true` for a database that you keep yourself, with views for the contract's tables: nothing is made or loaded there. */
const readsOnly = process.env.DATABASE_READS_ONLY === 'true';

/** Starts the member; what keeps it from starting is one sentence and exit code 1. */
try {
  if (DATABASE_URL.startsWith('sqlite:data/')) mkdirSync('data', { recursive: true });
  const logger = pino();
  const options = { host: HOST, port: Number(PORT), database: DATABASE_URL, readsOnly, logger };
  const member = await startMember(MEMBER, options);
  logger.info({ member: member.code, url: member.url }, 'The member answers.');
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void member.close().then(() => process.exit(0)));
} catch (fault) {
  console.error(fault instanceof Error ? fault.message : fault);
  process.exitCode = 1;
}
