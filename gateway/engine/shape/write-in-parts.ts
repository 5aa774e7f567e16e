import { setImmediate as nextTurn } from 'node:timers/promises';
import { openPages, type Pages } from './pages.ts';
import type { FieldShape, ListShape, ObjectShape, Shape } from './shape.ts';
import {
  fieldsFor,
  type Items,
  isReady,
  notOfType,
  nullIn,
  openWriting,
  TooLong,
  type Values,
  valueAt,
  type WriteOptions,
  type Writing,
  type Written,
  write,
  writeData,
  writeItems,
} from './write.ts';

/** What is written before others have their turn: a millisecond or less. Half as much would make two parts of answers that are common. */
const CHARACTERS_AT_ONCE = 131_072;

/** The JSON of an answer: a text at once where it is short, and else bytes in parts, between which others are answered. */
export function writeAnswer(
  shape: ObjectShape,
  data: object,
  options: WriteOptions,
  charactersAtOnce = CHARACTERS_AT_ONCE,
): Written | Promise<Written> {
  const { charactersMax } = options;
  const atOnce = { ...options, charactersMax: Math.min(charactersMax, charactersAtOnce) };
  try {
    return writeData(shape, data, atOnce);
  } catch (error) {
    if (!(error instanceof TooLong) || charactersMax <= charactersAtOnce) throw error;
    return writeInParts(shape, data, { ...atOnce, charactersMax, charactersAtOnce });
  }
}

type PartsOptions = WriteOptions & { readonly charactersAtOnce: number };

async function writeInParts(
  shape: ObjectShape,
  data: object,
  { charactersAtOnce, charactersMax, ...options }: PartsOptions,
): Promise<Written> {
  const writing = openWriting({ ...options, charactersMax: charactersAtOnce });
  const pages = openPages(charactersAtOnce, charactersMax);
  const isThere = await objectInParts(shape, data, { writing, pages });
  return { json: isThere ? pages.bytes() : 'null', faults: writing.faults };
}

type Parts = {
  /** Of what is written at once. */
  readonly writing: Writing;
  /** What is written already. */
  readonly pages: Pages;
};

/** Whether something stands there now; where it does not, nothing was added. */
type IsThere = boolean;

/** A value at once where it is short enough, and else part by part. */
function valueInParts(shape: Shape, value: unknown, parts: Parts): IsThere | Promise<IsThere> {
  const { writing, pages } = parts;
  const again = asBefore(writing);
  try {
    const text = write(shape, value, writing);
    if (text !== undefined) pages.add(text);
    return text !== undefined;
  } catch (error) {
    if (!(error instanceof TooLong) || shape.kind === 'leaf') throw error;
    again();
    return shape.kind === 'list'
      ? listInParts(shape, value, parts)
      : objectInParts(shape, value as object, parts);
  }
}

/** What is begun anew has not been begun before. Texts that were kept when no more faults were told keep these from being told. */
function asBefore({ path, faults, texts }: Writing): () => void {
  const [depth, found] = [path.length, faults.length];
  return () => {
    if (faults.length > found) texts.clear();
    path.length = depth;
    faults.length = found;
  };
}

async function objectInParts(shape: ObjectShape, value: object, parts: Parts): Promise<IsThere> {
  const { writing, pages } = parts;
  const fields = fieldsFor(shape, value);
  if (!fields) return notOfType(shape, value, writing) ?? false;
  const takeBack = pages.mark();
  for (const field of beginnings(fields, value as Values)) {
    pages.add(field.label);
    if (!(await fieldInParts(field, valueAt(value as Values, field.key), parts))) return takeBack();
    if (pages.isTurned()) await nextTurn();
  }
  pages.add(fields.length === 0 ? '{}' : '}');
  return true;
}

/** Fields but those that a ready text has behind its first. */
function beginnings(fields: readonly FieldShape[], value: Values): readonly FieldShape[] {
  let isWritten = 0;
  return fields.filter(({ key }) => {
    const isBeginning = isWritten === 0;
    const given = isBeginning && valueAt(value, key);
    isWritten = isReady(given) ? given.run.names.length - 1 : Math.max(0, isWritten - 1);
    return isBeginning;
  });
}

function fieldInParts(
  { name, place, value: shape }: FieldShape,
  value: unknown,
  parts: Parts,
): IsThere | Promise<IsThere> {
  if (isReady(value)) parts.pages.add(value.text);
  else if (shape.kind === 'known') parts.pages.add(shape.text);
  else return partAt({ name, place }, [shape, value], parts);
  return true;
}

async function listInParts(shape: ListShape, value: unknown, parts: Parts): Promise<IsThere> {
  const { writing, pages } = parts;
  if (!Array.isArray(value)) return notOfType(shape, value, writing) ?? false;
  const takeBack = pages.mark();
  pages.add('[');
  for (let from = 0; from < value.length; ) {
    const next = await someItems(shape.of, value, from, parts);
    if (next === undefined) return takeBack();
    from = next;
    if (pages.isTurned()) await nextTurn();
  }
  pages.add(']');
  return true;
}

/** Where to go on; undefined where an item cannot be null and is. */
async function someItems(
  shape: Shape,
  list: readonly unknown[],
  from: number,
  parts: Parts,
): Promise<number | undefined> {
  const items = itemsAt(shape, list, from, parts.writing);
  if (items === 'too long')
    return (await itemInParts(shape, list, from, parts)) ? from + 1 : undefined;
  if (items) parts.pages.add(items.text);
  return items?.next;
}

/** As many items as there is room for, up to one that is longer than that; `too long` where that is the first. */
function itemsAt(
  shape: Shape,
  list: readonly unknown[],
  from: number,
  writing: Writing,
): Items | undefined | 'too long' {
  const again = asBefore(writing);
  const depth = writing.path.length;
  try {
    return writeItems(shape, list, from, writing);
  } catch (error) {
    if (!(error instanceof TooLong)) throw error;
    const tooLong = Number(writing.path[depth]);
    again();
    return tooLong === from ? 'too long' : writeItems(shape, list.slice(0, tooLong), from, writing);
  }
}

function itemInParts(
  shape: Shape,
  list: readonly unknown[],
  place: number,
  parts: Parts,
): Promise<IsThere> {
  if (place > 0) parts.pages.add(',');
  return partAt({ name: place, place: null }, [shape, list[place]], parts);
}

/** Where a value stands in the object or list above it. */
type At = { readonly name: string | number; readonly place: string | null };

/** False where the object or list above cannot be without it. */
async function partAt(
  { name, place }: At,
  [shape, value]: readonly [Shape, unknown],
  parts: Parts,
): Promise<IsThere> {
  const { writing, pages } = parts;
  const faults = writing.faults.length;
  writing.path.push(name);
  const isThere = await valueInParts(shape, value, parts);
  if (!isThere && shape.nonNull) nullIn(place, faults, writing);
  writing.path.pop();
  if (isThere || shape.nonNull) return isThere;
  pages.add('null');
  return true;
}
