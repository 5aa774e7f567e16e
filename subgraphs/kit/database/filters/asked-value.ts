import { refused } from '../refused.ts';

/** Values of a filter as the asker gave them: whatever has not the form its field asks for is refused, so no object reaches a statement. */
const LIST_MOST = 1000;

const unlike = (field: string, expected: string, value: unknown): Error =>
  refused('BAD_VALUE', `Expected ${expected} as ${field}, got ${JSON.stringify(value)}.`);

export function askedTexts(field: string, value: unknown): readonly string[] {
  if (!Array.isArray(value) || !value.every(isText)) throw unlike(field, 'a list of texts', value);
  if (value.length > LIST_MOST)
    throw refused(
      'BAD_VALUE',
      `Expected at most ${LIST_MOST} values of ${field}, got ${value.length}.`,
    );
  return value;
}

export function askedText(field: string, value: unknown): string {
  if (!isText(value)) throw unlike(field, 'a text', value);
  return value;
}

export function askedBoolean(field: string, value: unknown): boolean {
  if (typeof value !== 'boolean') throw unlike(field, 'true or false', value);
  return value;
}

/** An object of these numbers and of nothing else; null for those that are left out, where they may be. */
export function askedNumbers<Name extends string>(
  field: string,
  value: unknown,
  names: readonly Name[],
): Readonly<Record<Name, number | null>> {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw unlike(field, `an object of ${names.join(', ')}`, value);
  const strangers = Object.keys(value).filter((name) => !names.some((known) => known === name));
  const numbers = names.map((name) => [name, Reflect.get(value, name) ?? null] as const);
  if (strangers.length > 0 || !numbers.every(([, each]) => each === null || Number.isFinite(each)))
    throw unlike(field, `an object of the numbers ${names.join(', ')}`, value);
  return parseNumbers<Name>(Object.fromEntries(numbers));
}

const parseNumbers = <Name extends string>(value: object) =>
  value as Readonly<Record<Name, number | null>>;

/** Half a sign would reach the database as another. */
const isText = (value: unknown): value is string =>
  typeof value === 'string' && !/\p{Surrogate}/u.test(value);
