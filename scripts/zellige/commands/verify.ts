import { InvalidArgumentError } from 'commander';
import { verify as verifyMember } from '../../../schema/audits/index.ts';
import { type CommonOptions, named, type Subcommand, withCommonOptions } from '../command.ts';
import { type Outcome, unasked } from '../outcome.ts';
import { isBroken, reportText } from '../report-text.ts';

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
    kind: isBroken(report) ? 'refused' : 'done',
    value: report,
    text: (paint) => reportText(report, paint),
  };
}
