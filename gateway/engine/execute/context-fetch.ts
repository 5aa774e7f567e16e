import type { ContextArgument } from './context-arguments.ts';
import { type EntityFetch, placeEntities } from './entity-fetch.ts';
import type { Gathered } from './gather.ts';
import { gatherInContext, type InContext } from './gather-in-context.ts';
import { rewrite } from './rewrites.ts';
import type { Run, Step } from './run.ts';
import { usedVariables } from './used-variables.ts';
import type { Values } from './values.ts';

export type ContextFetch = EntityFetch & { readonly contexts: readonly ContextArgument[] };

/**
 * More of entities, with arguments from objects above them: those with equal arguments are asked for together. While that is under way twins of
 * different contexts may have become one object, so all are looked up again.
 */
export function contextFetch(fetch: ContextFetch): Step {
  const { question, path, key } = fetch;
  const finish = (entity: Values) => rewrite(entity, fetch.outputRewrites, fetch.isOfType);
  const asked = async ({ representations, variables }: InContext, run: Run) =>
    await run.entities({
      ...{ question, path, representations, key, finish },
      variables: { ...usedVariables(fetch.variables, run), ...variables },
    });
  return (run: Run) => {
    const groups = [...gatherInContext(run, fetch)];
    if (groups.length === 0) return undefined;
    return Promise.all(groups.map(([, group]) => asked(group, run))).then((answers) => {
      const now = gatherInContext(run, fetch);
      for (const [at, [context, group]] of groups.entries()) {
        const answer = answers[at];
        const targets = targetsOf(group, now.get(context));
        if (answer) placeEntities(answer, { fetch, targets }, run);
      }
    });
  };
}

/** For each entity that was asked for, the objects that stand for it now. */
function targetsOf({ representations }: Gathered, now: Gathered | undefined): Gathered['targets'] {
  const places = new Map(now?.representations.map((each, at) => [each, now.targets[at]]));
  return representations.map((each) => places.get(each) ?? []);
}
