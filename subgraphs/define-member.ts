import { parseMemberCode } from '../schema/index.ts';
import { amsgMember } from './amsg/index.ts';
import type { MemberDefinition } from './kit/index.ts';
import { moroccanMember } from './morocco/index.ts';
import { nationalMember, STATE_CODES } from './national/index.ts';

/** Codes of all members, AMSG's first, then the states' by alphabet. */
export const MEMBER_CODES: readonly string[] = ['AMSG', ...STATE_CODES];

/** The reference member of that code; throws with one sentence where there is none. */
export function defineMember(text: string): MemberDefinition {
  const code = parseMemberCode(text);
  const known = code && (OWN[code]?.(code) ?? nationalMember(code));
  if (known) return known;
  throw new Error(
    `Expected the code of a member, one of ${MEMBER_CODES.join(' ')}; got ${JSON.stringify(text)}.`,
  );
}

type Define = (
  code: NonNullable<ReturnType<typeof parseMemberCode>>,
) => MemberDefinition | undefined;

/** Members with more than a profile of their own. */
const OWN: Readonly<Record<string, Define>> = { AMSG: amsgMember, MA: moroccanMember };
