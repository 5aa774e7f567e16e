import { createHash } from 'node:crypto';
import type { Json, JsonObject } from './json.ts';
import type { Kept, KeptAnswers } from './kept-answers.ts';
import type { MemberError } from './member.ts';
import { answerWith, type FaceAnswer, type FaceRequest, type Source } from './source.ts';

/**
 * The same source of one member's vocabularies, but while it is silent it gives what it gave before to the same question of the same viewer:
 * names must not vanish with one server. Each record is kept by itself, so that a new mix of codes still has its names. The hop is told.
 */
export function fromBefore(member: string, source: Source, kept: KeptAnswers): Source {
  return async (request) => {
    const answer = await source(request);
    if (!answer.data) return answer;
    const places = placesOf(request, answer.data);
    const lost = places.filter((each) => silenceAt(each, answer));
    for (const each of places) if (isWhole(each, answer)) kept.keep(each.asked, each.value);
    if (lost.length === 0) return answer;
    const found = lost.flatMap((place): readonly Found[] => {
      const before = kept.find(place.asked);
      return before ? [{ ...before, place }] : [];
    });
    const [oldest] = found.map(({ asOf }) => asOf).toSorted();
    if (oldest !== undefined)
      request.calling.hop?.stale(member, { asOf: oldest, isWhole: found.length === lost.length });
    return filled(answer, found);
  };
}

/** A part of an answer that is kept by itself: one record, or one root field. */
type Place = {
  readonly path: readonly (string | number)[];
  readonly value: Json;
  /** What was asked for it, and by whom. */
  readonly asked: string;
};
type Found = Kept & { readonly place: Place };

function placesOf({ query, variables, calling }: FaceRequest, data: JsonObject): readonly Place[] {
  const { representations, ...others } = variables;
  const asked = hashOf([calling.viewer, query, others]);
  if (!Array.isArray(representations))
    return Object.entries(data).map(([name, value]) => ({
      path: [name],
      value,
      asked: `${asked} ${name}`,
    }));
  const entities = (data._entities ?? []) as readonly Json[];
  return (representations as readonly Json[]).map((each, place) => ({
    path: ['_entities', place],
    value: entities[place] ?? null,
    asked: `${asked} ${JSON.stringify(each)}`,
  }));
}

const hashOf = (value: Json): string =>
  createHash('sha256').update(JSON.stringify(value)).digest('base64url').slice(0, 22);

const startsWith = ({ path = [] }: MemberError, start: Place['path']): boolean =>
  start.every((step, at) => path[at] === step);

/** Its error where the owner fell silent: at the place itself, never inside it. What a member withdrew is not given any more. */
const silenceAt = ({ path }: Place, { errors = [] }: FaceAnswer): MemberError | undefined =>
  errors.find(
    (each) =>
      each.extensions?.code === 'MEMBER_UNAVAILABLE' &&
      each.extensions.reason !== 'WITHDRAWN' &&
      each.path?.length === path.length &&
      startsWith(each, path),
  );

/** Nothing is wrong with it; an error without a place may be of any. */
const isWhole = ({ path }: Place, { errors = [] }: FaceAnswer): boolean =>
  !errors.some((each) => each.path === undefined || startsWith(each, path));

/** The answer with what was found in its places, and without the errors there. */
function filled(answer: FaceAnswer, found: readonly Found[]): FaceAnswer {
  const data = answer.data ?? {};
  const healed = new Set(found.map(({ place }) => silenceAt(place, answer)));
  const errors = (answer.errors ?? []).filter((each) => !healed.has(each));
  if (!Array.isArray(data._entities)) {
    const values = found.map(({ place, value }) => [String(place.path[0]), value]);
    return answerWith({ ...data, ...Object.fromEntries(values) }, errors);
  }
  const entities = [...(data._entities as readonly Json[])];
  for (const { place, value } of found) entities[Number(place.path[1])] = value;
  return answerWith({ ...data, _entities: entities }, errors);
}
