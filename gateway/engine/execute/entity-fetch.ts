import type { FetchDataRewrite } from '@apollo/query-planner';
import type { EntitiesAnswer } from './entity-asks.ts';
import { noteErrors } from './errors.ts';
import type { SubgraphQuestion } from './fetching.ts';
import { type Gathered, gather, gatherAgain } from './gather.ts';
import { type Merging, mergeInto } from './merge.ts';
import type { Path } from './places.ts';
import type { Represent } from './represent.ts';
import { rewrite } from './rewrites.ts';
import type { Types } from './root-fetch.ts';
import type { Run, Step } from './run.ts';
import { usedVariables } from './used-variables.ts';
import { isValues, type Values } from './values.ts';

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
    const gathered = gather(run, path, fetch.represent);
    const { representations } = gathered;
    if (representations.length === 0) return undefined;
    const { copies } = run;
    const variables = usedVariables(fetch.variables, run);
    return run
      .entities({ question, path, variables, representations, key, finish })
      .then((answer) => {
        const isMoved = run.copies !== copies;
        const { targets } = isMoved ? gatherAgain(gathered, run, fetch) : gathered;
        placeEntities(answer, { fetch, targets }, run);
      });
  };
}

type Asked = { readonly fetch: EntityFetch; readonly targets: Gathered['targets'] };

/** What came, at the places of each entity. */
export function placeEntities(
  { entities, errors }: EntitiesAnswer,
  { fetch, targets }: Asked,
  run: Run,
): void {
  if (errors.length > 0) noteErrors(errors, { path: fetch.path, targets }, run);
  const merging = { isObjectType: fetch.isObjectType, run };
  for (const [at, entity] of (entities ?? []).entries()) add(entity, targets[at] ?? [], merging);
}

function add(entity: unknown, targets: readonly Values[], merging: Merging): void {
  if (!isValues(entity)) return;
  if (targets.length > 1) merging.run.shares = true;
  for (const each of targets) mergeInto(each, entity, merging);
}
