import type { Difference } from './compare/difference.ts';
import type { RandomQuestion } from './question/random-question.ts';
import { shrinkQuestion } from './question/shrink-question.ts';
import { differencesIn } from './run-case.ts';
import type { Failure } from './served-worlds.ts';

/** Whether a difference of a case is of those that are looked for. */
export type Wanted = (difference: Difference, of: Pick<Failure, 'case' | 'served'>) => boolean;

const WHOLE = 5;

/** The first few as a reader wants them, and the names of the others. One after the other, since cases of one world are served in turn. */
export async function shownFailures(failures: readonly Failure[], isWanted: Wanted) {
  const shown: unknown[] = [];
  for (const each of failures.slice(0, WHOLE)) shown.push(await shownFailure(each, isWanted));
  const others = failures.slice(WHOLE).map((each) => `${each.name}: ${each.difference.kind}`);
  return [...shown, ...others];
}

/** How to run it alone, the smallest question that fails alike, and what is wrong with its answer. */
async function shownFailure(failure: Failure, isWanted: Wanted) {
  const { name, case: failed, served, difference } = failure;
  const alike = async (question: RandomQuestion) => {
    const smaller = { ...failed, ...question };
    const differences = await differencesIn(served, smaller);
    return differences.find(
      (each) => each.kind === difference.kind && isWanted(each, { served, case: smaller }),
    );
  };
  const smallest = await shrinkQuestion(
    served.world.api,
    failed,
    async (question) => (await alike(question)) !== undefined,
  );
  const { kind, says } = (await alike(smallest)) ?? difference;
  const { query, variables } = smallest;
  const wrong = { ...Object.fromEntries(failed.faults), ...failed.outage };
  return { case: name, kind, says, query, variables, wrong };
}
