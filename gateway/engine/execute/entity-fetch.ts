import type { FetchDataRewrite } from '@apollo/query-planner';
import {
  type GivenFields,
  type ObjectShape,
  type ReadyRun,
  readyRuns,
  shapeAt,
} from '../shape/index.ts';
import type { EntitiesAnswer } from './entity-asks.ts';
import { noteErrors } from './errors.ts';
import type { SubgraphQuestion } from './fetching.ts';
import { type Gathered, gather, gatherAgain } from './gather.ts';
import { type Merging, mergeInto } from './merge.ts';
import type { Path } from './places.ts';
import { asReadFor, readReady } from './read-ready.ts';
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
  /** Its fields, where nobody but the writer of the answer looks at them. */
  readonly leftAlone?: GivenFields | undefined;
};

/** More of entities that are there already: each is asked of once, whatever the number of its places. */
export function entityFetch(fetch: EntityFetch): Step {
  const { question, path, key } = fetch;
  const readyFor = openReady(fetch);
  const finish = (entity: Values) => rewrite(entity, fetch.outputRewrites, fetch.isOfType);
  return (run: Run) => {
    const runs = readyFor(run.shape);
    const read = runs && ((text: string) => readReady(text, runs));
    const gathered = gather(run, path, fetch.represent);
    const { representations } = gathered;
    if (representations.length === 0) return undefined;
    const { copies } = run;
    const variables = usedVariables(fetch.variables, run);
    return run
      .entities({ question, path, variables, representations, key, finish, ...(read && { read }) })
      .then((answer) => {
        const isMoved = run.copies !== copies;
        const { targets } = isMoved ? gatherAgain(gathered, run, fetch) : gathered;
        placeEntities(answer, { fetch, targets, runs }, run);
      });
  };
}

/** The runs of its fields in answers of a shape, found once. */
function openReady({ leftAlone, path }: EntityFetch) {
  const known = new WeakMap<ObjectShape, { readonly runs: readonly ReadyRun[] | undefined }>();
  return (shape: ObjectShape | undefined): readonly ReadyRun[] | undefined => {
    if (!leftAlone || !shape) return undefined;
    const before = known.get(shape);
    if (before) return before.runs;
    const at = shapeAt(shape, path);
    const runs = at && readyRuns(at, leftAlone);
    known.set(shape, { runs });
    return runs;
  };
}

type Asked = {
  readonly fetch: EntityFetch;
  readonly targets: Gathered['targets'];
  /** Of its fields, where they may be passed on as they came. */
  readonly runs?: readonly ReadyRun[] | undefined;
};

/** What came, at the places of each entity. */
export function placeEntities(
  { entities, errors }: EntitiesAnswer,
  { fetch, targets, runs }: Asked,
  run: Run,
): void {
  if (errors.length > 0) noteErrors(errors, { path: fetch.path, targets }, run);
  const merging = { isObjectType: fetch.isObjectType, run };
  for (const [at, entity] of (entities ?? []).entries())
    if (isValues(entity)) add(asReadFor(entity, runs), targets[at] ?? [], merging);
}

function add(entity: Values, targets: readonly Values[], merging: Merging): void {
  if (targets.length > 1) merging.run.shares = true;
  for (const each of targets) mergeInto(each, entity, merging);
}
