import type { FetchDataRewrite } from '@apollo/query-planner';
import { noteErrors } from './errors.ts';
import type { SubgraphAnswer, SubgraphQuestion } from './fetching.ts';
import { type IsObjectType, mergeInto } from './merge.ts';
import { objectsAt, type Path } from './places.ts';
import { type IsOfType, rewrite } from './rewrites.ts';
import type { Run, Step } from './run.ts';
import { usedVariables } from './used-variables.ts';
import type { Values } from './values.ts';

/** What execution knows of types. */
export type Types = { readonly isObjectType: IsObjectType; readonly isOfType: IsOfType };

export type RootFetch = Types & {
  readonly question: SubgraphQuestion;
  /** Empty, but where a field gives the root once more. */
  readonly path: Path;
  readonly variables: readonly string[];
  readonly outputRewrites: readonly FetchDataRewrite[];
};

/** Fields of the root: what comes is added to the answer at its path. */
export function rootFetch(fetch: RootFetch): Step {
  const { question, path } = fetch;
  return async (run: Run) => {
    if (path.length > 0 && objectsAt(run.data, path).length === 0) return;
    const variables = usedVariables(fetch.variables, run);
    place(await run.fetching({ question, path, variables }), fetch, run);
  };
}

function place({ data, errors }: SubgraphAnswer, fetch: RootFetch, run: Run): void {
  const objects = objectsAt(run.data, fetch.path);
  if (errors) noteErrors(errors, { path: fetch.path, targets: [] }, run);
  if (data === null) return;
  rewrite(data, fetch.outputRewrites, fetch.isOfType);
  if (objects.length > 1) run.shares = true;
  const merging = { isObjectType: fetch.isObjectType, run };
  for (const each of objects) mergeInto(each, data as Values, merging);
}
