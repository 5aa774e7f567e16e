import { type Contract, contractAsOf, isOlder, majorOf } from '../index.ts';
import type { Asking } from './asking.ts';
import { type Claim, notApplicable } from './claim.ts';

const isVersion = (text: string): boolean => /^\d+\.\d+(-[a-z0-9.]+)?$/.test(text);

/** A version that can be judged by what is known here: between versions of one major nothing is removed. */
export const isOfOurMajor = (version: string, known: string): boolean =>
  isVersion(version) && majorOf(version) === majorOf(known);

/** What a member of that version is judged by. What is no version excuses nobody from anything. */
export const judgedBy = (known: Contract, version: string): Contract =>
  isOfOurMajor(version, known.version) ? contractAsOf(known, version) : known;

/** Whether it has more than is known here. */
export const isNewer = (version: string, known: string): boolean =>
  isOfOurMajor(version, known) && isOlder(known, version);

/**
 * What a member says of its version, and what it is judged by.
 *
 * @public
 */
export function sayVersion(version: string, known: string): string {
  if (version === known) return `It serves ${known}, as is known here.`;
  return isNewer(version, known)
    ? `It serves ${version}, newer than the ${known} that is known here: it is judged by ${known}, and what it has beyond that is not looked at.`
    : `It serves ${version}, older than the ${known} that is known here: it is judged by ${version}.`;
}

/** A claim that the contract has no more than is known here cannot be held against a newer member. */
export function unlessNewer(check: Claim['check']): Claim['check'] {
  return async (asking: Asking) => {
    const found = await check(asking);
    return asking.isNewer && found.outcome === 'BROKEN'
      ? notApplicable(`What it has beyond ${asking.knownVersion} may be of its newer version.`)
      : found;
  };
}
