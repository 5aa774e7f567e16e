import {
  CLAIMS,
  claimPage,
  type Report,
  type ReportedClaim,
  sayVersion,
} from '../../schema/audits/index.ts';
import { CONTRACT_VERSION } from '../../schema/index.ts';
import type { Paint } from './paint.ts';

/** A member that breaks advice alone keeps the contract. */
export const isBroken = (report: Report): boolean => brokenOf(report, 'MUST').length > 0;

/** What an audit found, for a person: who was asked, what is broken, in the order in which it is best mended, and how it stands. */
export function reportText(report: Report, paint: Paint): string {
  const broken = [...brokenOf(report, 'MUST'), ...brokenOf(report, 'SHOULD')];
  return [
    headOf(report, paint),
    ...versionText(report, paint),
    ...bySaw(broken).map((each) => brokenText(each, paint)),
    verdictOf(report, paint),
  ].join('\n\n');
}

const brokenOf = ({ claims }: Report, level: ReportedClaim['level']): readonly ReportedClaim[] =>
  claims.filter((each) => each.outcome === 'BROKEN' && each.level === level);

const headOf = ({ member, url, contractVersion, modules }: Report, paint: Paint): string =>
  `${paint('bold', member)} at ${url}, contract ${contractVersion}, ${modules.join(' ') || 'no module'}`;

/** Said first where the member is not of the version of this checkout, for all that follows is judged by it. */
const versionText = ({ contractVersion }: Report, paint: Paint): readonly string[] =>
  contractVersion === CONTRACT_VERSION
    ? []
    : [paint('yellow', sayVersion(contractVersion, CONTRACT_VERSION))];

type Group = readonly [first: ReportedClaim, ...others: readonly ReportedClaim[]];

/** One thing that is wrong can break many claims, all of which saw the same: it is told once. */
function bySaw(claims: readonly ReportedClaim[]): readonly Group[] {
  const groups = new Map<string, Group>();
  for (const each of claims) {
    const kind = `${each.level} ${each.saw}`;
    const group = groups.get(kind);
    groups.set(kind, group ? [...group, each] : [each]);
  }
  return [...groups.values()];
}

function brokenText([first, ...others]: Group, paint: Paint): string {
  const { id, level, saw, remedy } = first;
  const sentence = CLAIMS.find((each) => each.id === id)?.sentence;
  return [
    paint(level === 'MUST' ? 'red' : 'yellow', `broken  ${level}  ${id}`),
    ...(sentence === undefined ? [] : [`  due  ${sentence}`]),
    `  saw  ${saw}`,
    `  do   ${remedy}`,
    paint('dim', `  see  ${claimPage(id)}`),
    ...(others.length === 0 ? [] : [`  and  ${listed(others)}`]),
  ].join('\n');
}

const listed = (others: readonly ReportedClaim[]): string =>
  `by the same thing ${others.length} more: ${others.map(({ id }) => id).join(', ')}`;

function verdictOf(report: Report, paint: Paint): string {
  const { claims } = report;
  const count = (outcome: string) => claims.filter((each) => each.outcome === outcome).length;
  const told = `of ${claims.length} claims ${count('KEPT')} kept, ${count('BROKEN')} broken, ${count('NOT_APPLICABLE')} not applicable`;
  if (isBroken(report))
    return paint(
      'red',
      `The contract is broken: ${told}.\nBegin with the first: what follows often comes from it. Then verify again.`,
    );
  const advice = count('BROKEN') > 0 ? ' What is broken is advice, a SHOULD.' : '';
  return paint('green', `The contract is kept: ${told}.${advice}`);
}
