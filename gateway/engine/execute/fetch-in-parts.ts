import type { Fetching, SubgraphAnswer, SubgraphAsk, SubgraphError } from './fetching.ts';

/** So many are read in a few milliseconds; what is longer would keep everybody waiting. */
export const ENTITIES_AT_ONCE = 2_000;

type EntityAsk = SubgraphAsk & { readonly representations: readonly string[] };

/** Asks for very many entities in several requests at once, and gives what comes as the answer to one. */
export function fetchInParts(fetching: Fetching): (ask: EntityAsk) => Promise<SubgraphAnswer> {
  return async (ask) => {
    const { representations } = ask;
    if (representations.length <= ENTITIES_AT_ONCE) return await fetching(ask);
    const starts = Array.from(
      { length: Math.ceil(representations.length / ENTITIES_AT_ONCE) },
      (_, part) => part * ENTITIES_AT_ONCE,
    );
    const parts = await Promise.all(
      starts.map(async (start) => {
        const some = representations.slice(start, start + ENTITIES_AT_ONCE);
        const answer = await fetching({ ...ask, representations: some });
        return partOf(answer, { start, length: some.length, service: ask.question.service });
      }),
    );
    const errors = parts.flatMap((each) => each.errors);
    return { data: { _entities: parts.flatMap(({ entities }) => entities) }, errors };
  };
}

type Wanted = { readonly start: number; readonly length: number; readonly service: string };
type Part = { readonly entities: readonly unknown[]; readonly errors: readonly SubgraphError[] };

/** A part that did not come leaves its entities without anything, and says why. */
function partOf({ data, errors = [] }: SubgraphAnswer, { start, length, service }: Wanted): Part {
  const { _entities: came } = data ?? {};
  const isWhole = Array.isArray(came) && came.length === length;
  return {
    entities: isWhole ? came : Array.from({ length }, () => null),
    errors: [
      ...errors.map((each) => further(each, start)),
      ...(isWhole || data === null ? [] : [wrongLength(length, service)]),
    ],
  };
}

export const wrongLength = (asked: number, service: string): SubgraphError => ({
  message: `Expected ${asked} entities of ${service}, got another number or none; none of them is taken.`,
});

/** An error at its place among all. */
function further(error: SubgraphError, start: number): SubgraphError {
  const [first, place, ...rest] = error.path ?? [];
  if (first !== '_entities' || typeof place !== 'number') return error;
  return { ...error, path: [first, place + start, ...rest] };
}
