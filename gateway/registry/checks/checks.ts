import type { Draft } from '../draft.ts';
import { breaksNoKnownOperation } from './breaks-no-known-operation.ts';
import { type Check, type Knowing, passed, type Verdict } from './check.ts';
import { composesWithTheOthers } from './composes-with-the-others.ts';
import { isEntitled } from './is-entitled.ts';
import { isPublished } from './is-published.ts';
import { keepsItsAudits } from './keeps-its-audits.ts';
import { keepsTheContract } from './keeps-the-contract.ts';
import { parses } from './parses.ts';
import { staysInItsPrefix } from './stays-in-its-prefix.ts';
import { urlAllowed } from './url-allowed.ts';

/** In the order that gives the clearest first message: who asks, then what it says, then what it does to others; what takes longest is last. */
export const CHECKS: readonly Check[] = [
  isEntitled,
  parses,
  isPublished,
  urlAllowed,
  keepsTheContract,
  staysInItsPrefix,
  composesWithTheOthers,
  breaksNoKnownOperation,
  keepsItsAudits,
];

/** Every check in turn, until one refuses. What one learns the next one has. */
export async function runChecks(
  checks: readonly Check[],
  draft: Draft,
  knowing: Knowing,
): Promise<Verdict> {
  let verdict = passed(draft);
  for (const check of checks) {
    if (verdict.kind === 'refused') return verdict;
    if (!check.kinds.includes(draft.kind)) continue;
    knowing.onStep(check.name);
    verdict = await check.judge(verdict.draft, knowing);
  }
  return verdict;
}
