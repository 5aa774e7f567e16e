import { pino } from 'pino';
import { type Verification, verify } from '../../../schema/audits/index.ts';
import { type RunningMember, startMember } from '../../../subgraphs/index.ts';

/** A member as `npm start` runs it, on any database. */
export const startOn = (code: string, database: string): Promise<RunningMember> =>
  startMember({ code, database, host: '127.0.0.1', port: 0, logger: pino({ level: 'silent' }) });

/** What a member does not keep, in how many requests and seconds. */
export async function verified(
  url: string,
  asked: { readonly rate: number; readonly due?: 'JOIN' | 'PUBLISH' },
) {
  const from = performance.now();
  const verification = await verify({ url }, asked);
  return { ...brokenIn(verification), seconds: (performance.now() - from) / 1_000 };
}

function brokenIn(verification: Verification) {
  if (verification.kind === 'unreachable') throw new Error(verification.says);
  const { report, requests } = verification;
  const broken = report.claims.filter(({ outcome }) => outcome === 'BROKEN');
  const kept = report.claims.filter(({ outcome }) => outcome === 'KEPT');
  return { broken, kept: kept.length, member: report.member, requests };
}
