import { InvalidArgumentError } from 'commander';
import {
  type Report,
  type ReportedClaim,
  sayVersion,
  verify as verifyMember,
} from '../../../schema/audits/index.ts';
import { CONTRACT_VERSION } from '../../../schema/index.ts';
import { type CommonOptions, named, type Subcommand, withCommonOptions } from '../command.ts';
import { type Outcome, unasked } from '../outcome.ts';
import type { Paint } from '../paint.ts';

type Asked = CommonOptions & { readonly module?: readonly string[]; readonly rate?: number };

/** `zellige verify URL`: what of the contract a member keeps, what it breaks, where, and what to do. It only reads. */
export const verify: Subcommand = (program, end) => {
  withCommonOptions(program.command('verify'))
    .description('see whether a member keeps the contract')
    .argument('<url>', 'address at which the member answers')
    .option('--module <module>', 'look at this module alone, and at what is in none', named)
    .option('--rate <number>', 'requests a second; give a server in production 5', rate)
    .action(async (url: string, options: Asked) => end(await verified(url, options), options));
};

function rate(text: string): number {
  const value = /^\d{1,4}$/.test(text) ? Number(text) : 0;
  if (value >= 1 && value <= RATE_MOST) return value;
  throw new InvalidArgumentError(
    `Expected a whole number of requests a second, 1 to ${RATE_MOST}.`,
  );
}

const RATE_MOST = 50;

async function verified(url: string, options: Asked): Promise<Outcome> {
  const verification = await verifyMember(
    { url },
    {
      ...(options.module && { modules: options.module }),
      ...(options.rate !== undefined && { rate: options.rate }),
    },
  );
  if (verification.kind === 'unreachable') return unasked('NO_MEMBER', verification.says);
  const { report } = verification;
  return {
    kind: brokenOf(report, 'MUST').length > 0 ? 'refused' : 'done',
    value: report,
    text: (paint) => textOf(report, paint),
  };
}

const brokenOf = ({ claims }: Report, level: ReportedClaim['level']): readonly ReportedClaim[] =>
  claims.filter((each) => each.outcome === 'BROKEN' && each.level === level);

function textOf(report: Report, paint: Paint): string {
  const [musts, shoulds] = [brokenOf(report, 'MUST'), brokenOf(report, 'SHOULD')];
  return [
    headOf(report, paint),
    ...versionText(report, paint),
    ...[...musts, ...shoulds].map((each) => claimText(each, paint)),
    verdictOf(report, { musts: musts.length, shoulds: shoulds.length }, paint),
  ].join('\n\n');
}

const headOf = ({ member, url, contractVersion, modules }: Report, paint: Paint): string =>
  `${paint('bold', member)} at ${url}, contract ${contractVersion}, ${modules.join(' ') || 'no module'}`;

/** Said first where the member is not of the version of this checkout, for all that follows is judged by it. */
const versionText = ({ contractVersion }: Report, paint: Paint): readonly string[] =>
  contractVersion === CONTRACT_VERSION
    ? []
    : [paint('yellow', sayVersion(contractVersion, CONTRACT_VERSION))];

const claimText = ({ id, level, saw, remedy }: ReportedClaim, paint: Paint): string =>
  [
    `${paint(level === 'MUST' ? 'red' : 'yellow', `broken  ${level}  ${id}`)}`,
    `  saw  ${saw}`,
    `  do   ${remedy}`,
  ].join('\n');

function verdictOf(
  { claims }: Report,
  { musts, shoulds }: { readonly musts: number; readonly shoulds: number },
  paint: Paint,
): string {
  const count = (outcome: string) => claims.filter((each) => each.outcome === outcome).length;
  const told = [
    `${count('KEPT')} kept`,
    `${musts + shoulds} broken`,
    `${count('NOT_APPLICABLE')} with nothing to look at`,
  ].join(', ');
  if (musts > 0) return paint('red', `The contract is broken: ${told}.`);
  const advice = shoulds > 0 ? ' What is broken is advice, a SHOULD.' : '';
  return paint('green', `The contract is kept: ${told}.${advice}`);
}
