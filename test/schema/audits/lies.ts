import type { Question } from '../../../schema/audits/index.ts';

type Json = null | boolean | number | string | readonly Json[] | JsonObject;
type JsonObject = { readonly [name: string]: Json };

/** What a member does wrong: it answers another question, or says something else. */
export type Lie = {
  readonly asks?: (question: Question) => Question;
  readonly says?: (answer: JsonObject, question: Question) => JsonObject;
};

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Every object of an answer, from the inside. */
export function inObjects(value: Json, other: (object: JsonObject) => JsonObject): Json {
  if (Array.isArray(value)) return value.map((each) => inObjects(each, other));
  if (!isObject(value)) return value;
  const inner = Object.entries(value).map(
    ([name, each]) => [name, inObjects(each, other)] as const,
  );
  return other(Object.fromEntries(inner));
}

/** Says other words. */
export const words = (from: RegExp | string, to: string): Lie => ({
  says: (answer) => JSON.parse(JSON.stringify(answer).replaceAll(from, to)),
});
export const objects = (other: (object: JsonObject, question: Question) => JsonObject): Lie => ({
  says: (answer, question) => inObjects(answer, (each) => other(each, question)) as JsonObject,
});

/** Publishes another SDL. */
export const sdl = (from: string, to: string): Lie =>
  objects((object) =>
    typeof object.sdl === 'string' ? { ...object, sdl: object.sdl.replaceAll(from, to) } : object,
  );

/** Gives other rows of lists. */
export const rows = (other: (edges: readonly Json[], question: Question) => readonly Json[]): Lie =>
  objects((object, question) =>
    Array.isArray(object.edges) ? { ...object, edges: other(object.edges, question) } : object,
  );

export const orderIn = ({ variables }: Question): string =>
  JSON.stringify(variables?.orderBy ?? []);
export const afterIn = ({ variables }: Question): readonly Json[] | null =>
  typeof variables?.after === 'string' ? JSON.parse(variables.after) : null;

/** Goes on behind another place; from the start, where it is null. */
export const goesOn = (other: (place: readonly Json[]) => readonly Json[] | null): Lie => ({
  asks: (question) => {
    const place = afterIn(question);
    if (!place) return question;
    const after = other(place);
    return {
      ...question,
      variables: { ...question.variables, after: after && JSON.stringify(after) },
    };
  },
});

/** Writes other keys into the positions of that order. */
export const keys = (field: string, other: (key: Json) => Json): Lie =>
  objects((object, question) => {
    if (typeof object.cursor !== 'string' || !orderIn(question).includes(field)) return object;
    const parts: readonly Json[] = JSON.parse(object.cursor);
    const cursor = [...parts.slice(0, -1).map(other), parts.at(-1)];
    return { ...object, cursor: JSON.stringify(cursor) };
  });
