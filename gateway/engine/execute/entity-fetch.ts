import type { FetchDataRewrite } from '@apollo/query-planner';
import type { EntitiesAnswer } from './entity-asks.ts';
import { noteErrors } from './errors.ts';
import type { SubgraphQuestion } from './fetching.ts';
import { type Gathered, gather } from './gather.ts';
import { mergeInto } from './merge.ts';
import { isValues, type Path } from './places.ts';
import type { Represent } from './represent.ts';
import { rewrite } from './rewrites.ts';
import type { Types } from './root-fetch.ts';
import type { Run, Step, Values } from './run.ts';
import { usedVariables } from './used-variables.ts';

export type EntityFetch = Types & {
  readonly question: SubgraphQuestion;
  /** Where the entities stand of which more is asked. */
  readonly path: Path;
  readonly variables: readonly string[];
  readonly represent: Represent;
  /** What is asked, whatever the place: equal for fetches that ask the same. */
  readonly key: string;
  readonly outputRewrites: readonly FetchDataRewrite[];
};

/** More of entities that are there already: each is asked of once, whatever the number of its places. */
export function entityFetch(fetch: EntityFetch): Step {
  const { question, path, key } = fetch;
  const finish = (entity: Values) => rewrite(entity, fetch.outputRewrites, fetch.isOfType);
  return (run: Run) => {
    const { representations, targets } = gather(run, path, fetch.represent);
    if (representations.length === 0) return undefined;
    const variables = usedVariables(fetch.variables, run);
    return run
      .entities({ question, path, variables, representations, key, finish })
      .then((answer) => place(answer, { fetch, targets }, run));
  };
}

type Asked = { readonly fetch: EntityFetch; readonly targets: Gathered['targets'] };

function place({ entities, errors }: EntitiesAnswer, { fetch, targets }: Asked, run: Run): void {
  if (errors.length > 0) noteErrors(errors, { path: fetch.path, targets }, run);
  for (const [at, entity] of (entities ?? []).entries()) add(entity, targets[at] ?? [], fetch, run);
}

function add(entity: unknown, targets: readonly Values[], fetch: EntityFetch, run: Run): void {
  if (!isValues(entity)) return;
  if (targets.length > 1) run.shares = true;
  for (const each of targets) mergeInto(each, entity, fetch.isObjectType);
}
