import { copyOf, isFlat } from './copy-of.ts';
import { fetchInParts, wrongLength } from './fetch-in-parts.ts';
import type { Fetching, SubgraphAnswer, SubgraphAsk, SubgraphError } from './fetching.ts';
import { isValues, type Values } from './values.ts';

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
  const asked = fetchInParts(fetching);
  const batches = new Map<string, Batch>();
  const known = new Map<string, Map<string, unknown>>();
  const send = async (key: string, { ask, others, texts }: Batch) => {
    batches.delete(key); // whoever comes later is in the next one
    const representations = others.length > 0 ? [...texts().keys()] : ask.representations;
    const answer = entitiesIn(await asked({ ...ask, representations }), ask, representations);
    if (isReading && isLasting(answer)) remember(known, key, { representations, answer });
    const parts = others.map((places) => partOf(answer, places));
    return [firstPart(answer, ask), ...parts];
  };
  const open = (key: string, ask: EntitiesAsk): Batch => {
    const parts = Promise.resolve().then(() => send(key, batch));
    const batch: Batch = { ask, others: [], texts: textsOf(ask), parts };
    batches.set(key, batch);
    return batch;
  };
  return async (ask) => {
    const key = keyOf(ask);
    const { representations } = ask;
    const before = known.get(key);
    if (before && representations.every((each) => before.has(each)))
      return { entities: representations.map((each) => before.get(each)), errors: [] };
    const batch = batches.get(key);
    if (!batch) return (await open(key, ask).parts)[0] ?? NOTHING;
    const texts = batch.texts();
    const part = batch.others.push(representations.map((each) => placeIn(texts, each)));
    return (await batch.parts)[part] ?? NOTHING;
  };
}

/** Grows until it is sent. */
type Batch = {
  /** The first, whose representations stand at their own places. */
  readonly ask: EntitiesAsk;
  /** Places of the representations that each of the others wants. */
  readonly others: (readonly number[])[];
  /** Places of all representations, made when a second ask comes. */
  readonly texts: () => Map<string, number>;
  /** What comes, for the first and then for the others. */
  readonly parts: Promise<readonly EntitiesAnswer[]>;
};
const NOTHING: EntitiesAnswer = { entities: null, errors: [] };

function keyOf({ key, variables }: EntitiesAsk): string {
  for (const _ in variables) return `${key} ${JSON.stringify(variables)}`;
  return key;
}

function textsOf({ representations }: EntitiesAsk): () => Map<string, number> {
  let texts: Map<string, number> | undefined;
  return () => {
    texts ??= new Map(representations.map((text, place) => [text, place]));
    return texts;
  };
}

function placeIn(texts: Map<string, number>, text: string): number {
  const place = texts.get(text) ?? texts.size;
  texts.set(text, place);
  return place;
}

function entitiesIn(
  { data, errors = [] }: SubgraphAnswer,
  { finish, question }: EntitiesAsk,
  { length: asked }: readonly string[],
): EntitiesAnswer {
  if (data === null) return { entities: null, errors };
  const { _entities: entities } = data;
  if (!Array.isArray(entities) || entities.length !== asked)
    return { entities: null, errors: [...errors, wrongLength(asked, question.service)] };
  for (const each of entities) if (isValues(each)) finish(each);
  if (entities.every(isEntity)) return { entities, errors };
  return { entities, errors: [...errors, ...strangersIn(entities, question.service)] };
}

/** Null is an entity that the subgraph does not know. */
const isEntity = (each: unknown): boolean => each === null || isValues(each);

const strangersIn = (entities: readonly unknown[], service: string): readonly SubgraphError[] =>
  entities.flatMap((each, place) =>
    isEntity(each)
      ? []
      : [{ message: `Expected an entity of ${service}, got none.`, path: ['_entities', place] }],
  );

const isLasting = ({ entities, errors }: EntitiesAnswer): boolean =>
  errors.length === 0 && entities !== null && entities.every(isFlat);

type Came = { readonly representations: readonly string[]; readonly answer: EntitiesAnswer };

function remember(
  known: Map<string, Map<string, unknown>>,
  key: string,
  { representations, answer }: Came,
): void {
  const before = known.get(key) ?? new Map<string, unknown>();
  for (const [place, text] of representations.entries()) before.set(text, answer.entities?.[place]);
  known.set(key, before);
}

/** The first ask takes what came, with the errors that are of no entity. */
function firstPart({ entities, errors }: EntitiesAnswer, ask: EntitiesAsk): EntitiesAnswer {
  const { length } = ask.representations;
  const own = entities && (entities.length === length ? entities : entities.slice(0, length));
  if (errors.length === 0) return { entities: own, errors };
  const places = [...ask.representations.keys()];
  return { entities: own, errors: errorsFor(errors, places, true) };
}

/** Others take copies of what they want, for each adds to its own. */
function partOf({ entities, errors }: EntitiesAnswer, places: readonly number[]): EntitiesAnswer {
  return {
    entities: entities && places.map((place) => copyOf(entities[place])),
    errors: errorsFor(errors, places, false),
  };
}

/** Those of its entities, at the places that these have in it. */
function errorsFor(
  errors: readonly SubgraphError[],
  places: readonly number[],
  isFirst: boolean,
): readonly SubgraphError[] {
  if (errors.length === 0) return errors;
  const owns = new Map(places.map((place, own) => [place, own]));
  return errors.flatMap((error) => {
    const [first, place, ...rest] = error.path ?? [];
    if (first !== '_entities' || typeof place !== 'number') return isFirst ? [error] : [];
    const own = owns.get(place);
    return own === undefined ? [] : [{ ...error, path: [first, own, ...rest] }];
  });
}
