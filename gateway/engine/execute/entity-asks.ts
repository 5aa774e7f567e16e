import { copyOf, isFlat } from './copy-of.ts';
import type { Fetching, SubgraphAnswer, SubgraphAsk, SubgraphError } from './fetching.ts';
import { isValues } from './places.ts';
import type { Values } from './run.ts';

/** Entities of which one fetch of a plan asks more. */
export type EntitiesAsk = SubgraphAsk & {
  readonly representations: readonly string[];
  /** What is asked of them, whatever the place: asks with the same may be one. */
  readonly key: string;
  /** Done once to each entity that comes. */
  readonly finish: (entity: Values) => void;
};
export type EntitiesAnswer = {
  /** In the order of the representations; null where none came that could be told apart. */
  readonly entities: readonly unknown[] | null;
  readonly errors: readonly SubgraphError[];
};
export type EntityAsks = (ask: EntitiesAsk) => Promise<EntitiesAnswer>;

/**
 * The entities of one run. Fetches of one turn that ask the same of entities in different places become one request; and what came once without
 * an error, and holds no objects that other fetches add to, is not asked again, but where something is changed in between.
 */
export function openEntityAsks(fetching: Fetching, isReading: boolean): EntityAsks {
  const batches = new Map<string, Batch>();
  const known = new Map<string, Map<string, unknown>>();
  const send = async (key: string, { ask, texts, takers }: Batch) => {
    batches.delete(key); // whoever comes later is in the next one
    const came = await fetching({ ...ask, representations: [...texts.keys()] });
    const answer = entitiesIn(came, texts.size, ask);
    if (isReading && isLasting(answer)) remember(known, key, { texts, answer });
    return takers.map((places, taker) => partOf(answer, places, taker === 0));
  };
  const open = (key: string, ask: EntitiesAsk): Batch => {
    const parts = Promise.resolve().then(() => send(key, batch));
    const batch: Batch = { ask, texts: new Map(), takers: [], parts };
    batches.set(key, batch);
    return batch;
  };
  return async (ask) => {
    const key = keyOf(ask);
    const { representations } = ask;
    const before = known.get(key);
    if (before && representations.every((each) => before.has(each)))
      return { entities: representations.map((each) => before.get(each)), errors: [] };
    const batch = batches.get(key) ?? open(key, ask);
    const places = representations.map((each) => placeIn(batch.texts, each));
    const taker = batch.takers.push(places) - 1;
    return (await batch.parts)[taker] ?? NOTHING;
  };
}

/** Grows until it is sent. */
type Batch = {
  readonly ask: EntitiesAsk;
  /** Places of the representations. */
  readonly texts: Map<string, number>;
  /** Which of them each ask wants. */
  readonly takers: (readonly number[])[];
  readonly parts: Promise<readonly EntitiesAnswer[]>;
};
const NOTHING: EntitiesAnswer = { entities: null, errors: [] };

function keyOf({ key, variables }: EntitiesAsk): string {
  for (const _ in variables) return `${key} ${JSON.stringify(variables)}`;
  return key;
}

function placeIn(texts: Map<string, number>, text: string): number {
  const place = texts.get(text) ?? texts.size;
  texts.set(text, place);
  return place;
}

function entitiesIn(
  { data, errors = [] }: SubgraphAnswer,
  asked: number,
  { finish, question }: EntitiesAsk,
): EntitiesAnswer {
  if (data === null) return { entities: null, errors };
  const { _entities: entities } = data;
  if (!Array.isArray(entities) || entities.length !== asked)
    return { entities: null, errors: [...errors, wrongLength(asked, question.service)] };
  for (const each of entities) if (isValues(each)) finish(each);
  return { entities, errors };
}

const wrongLength = (asked: number, service: string): SubgraphError => ({
  message: `Expected ${asked} entities of ${service}, got another number or none; none of them is taken.`,
});

const isLasting = ({ entities, errors }: EntitiesAnswer): boolean =>
  errors.length === 0 && entities !== null && entities.every(isFlat);

type Came = { readonly texts: ReadonlyMap<string, number>; readonly answer: EntitiesAnswer };

function remember(known: Map<string, Map<string, unknown>>, key: string, came: Came): void {
  const before = known.get(key) ?? new Map<string, unknown>();
  for (const [text, place] of came.texts) before.set(text, came.answer.entities?.[place]);
  known.set(key, before);
}

/** Of a batch what one ask wanted. The first takes what came, with the errors that are of no entity; others take copies, for each adds to its own. */
function partOf(
  { entities, errors }: EntitiesAnswer,
  places: readonly number[],
  isFirst: boolean,
): EntitiesAnswer {
  const takes = isFirst ? (entity: unknown) => entity : copyOf;
  return {
    entities: entities && places.map((place) => takes(entities[place])),
    errors: errors.flatMap((each) => errorFor(each, places, isFirst)),
  };
}

function errorFor(
  error: SubgraphError,
  places: readonly number[],
  isFirst: boolean,
): readonly SubgraphError[] {
  const [first, place, ...rest] = error.path ?? [];
  if (first !== '_entities' || typeof place !== 'number') return isFirst ? [error] : [];
  const own = places.indexOf(place);
  return own < 0 ? [] : [{ ...error, path: [first, own, ...rest] }];
}
