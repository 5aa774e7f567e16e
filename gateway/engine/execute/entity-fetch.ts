import type { FetchDataRewrite } from '@apollo/query-planner';
import { noteErrors } from './errors.ts';
import type { SubgraphAnswer, SubgraphQuestion } from './fetching.ts';
import { mergeInto } from './merge.ts';
import { isValues, objectsAt, type Path } from './places.ts';
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
  readonly outputRewrites: readonly FetchDataRewrite[];
};

/** More of entities that are there already: each is asked of once, whatever the number of its places. */
export function entityFetch(fetch: EntityFetch): Step {
  const { question, path } = fetch;
  return (run: Run) => {
    const { representations, targets } = gather(run.data, fetch);
    if (representations.length === 0) return undefined;
    const variables = usedVariables(fetch.variables, run);
    return run
      .fetching({ question, path, variables, representations })
      .then((answer) => place(answer, { fetch, targets }, run));
  };
}

type Gathered = {
  readonly representations: readonly string[];
  /** For each of them the objects that it stands for. */
  readonly targets: readonly (readonly Values[])[];
};

function gather(root: Values, { path, represent }: EntityFetch): Gathered {
  const places = new Map<string, Values[]>();
  for (const object of objectsAt(root, path)) {
    const representation = represent(object);
    if (representation === undefined) continue;
    const alike = places.get(representation);
    if (alike) alike.push(object);
    else places.set(representation, [object]);
  }
  return { representations: [...places.keys()], targets: [...places.values()] };
}

type Asked = { readonly fetch: EntityFetch; readonly targets: Gathered['targets'] };

function place({ data, errors }: SubgraphAnswer, { fetch, targets }: Asked, run: Run): void {
  if (errors) noteErrors(errors, { path: fetch.path, targets }, run);
  if (data === null) return;
  const { _entities: entities } = data;
  if (!Array.isArray(entities) || entities.length !== targets.length) {
    run.errors.push({ message: wrongLength(targets.length, fetch.question.service) });
    return;
  }
  for (const [at, entity] of entities.entries()) add(entity, targets[at] ?? [], fetch, run);
}

const wrongLength = (asked: number, service: string): string =>
  `Expected ${asked} entities of ${service}, got another number or none; none of them is taken.`;

function add(entity: unknown, targets: readonly Values[], fetch: EntityFetch, run: Run): void {
  if (!isValues(entity)) return;
  rewrite(entity, fetch.outputRewrites, fetch.isOfType);
  if (targets.length > 1) run.shares = true;
  for (const each of targets) mergeInto(each, entity, fetch.isObjectType);
}
