import { setImmediate as nextTurn } from 'node:timers/promises';
import type { ListShape, ObjectShape, Shape } from './shape.ts';
import {
  fieldsFor,
  type Items,
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

/** What is written before others have their turn: a millisecond or two. */
const CHARACTERS_AT_ONCE = 131_072;

/** The text of an answer: at once where it is short, and else in parts between which others are answered. */
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
  const parts: Parts = { writing, charactersMax, sinceTurn: 0 };
  const text = await objectInParts(shape, data, parts);
  return { text: text ?? 'null', faults: writing.faults };
}

type Parts = {
  /** Of what is written at once. */
  readonly writing: Writing;
  /** Of the whole. */
  readonly charactersMax: number;
  /** Characters that were written since others had their turn. */
  sinceTurn: number;
};

type Text = string | undefined;

/** A value at once where it is short enough, and else part by part. */
function valueInParts(shape: Shape, value: unknown, parts: Parts): Text | Promise<Text> {
  const { writing } = parts;
  const again = asBefore(writing);
  try {
    return write(shape, value, writing);
  } catch (error) {
    if (!(error instanceof TooLong) || shape.kind === 'leaf') throw error;
    again();
    return shape.kind === 'list'
      ? listInParts(shape, value, parts)
      : objectInParts(shape, value as object, parts);
  }
}

/** What is begun anew has not been begun before. */
function asBefore({ path, faults }: Writing): () => void {
  const [depth, found] = [path.length, faults.length];
  return () => {
    path.length = depth;
    faults.length = found;
  };
}

async function objectInParts(shape: ObjectShape, value: object, parts: Parts): Promise<Text> {
  const { writing } = parts;
  const fields = fieldsFor(shape, value);
  if (!fields) return notOfType(shape, value, writing);
  let text = '';
  for (const { name, key, label, place, value: inner } of fields) {
    const given = valueAt(value as Values, key);
    const at = { name, place };
    const part = inner.kind === 'known' ? inner.text : await partAt(at, [inner, given], parts);
    if (part === undefined) return undefined;
    text = longer(text + label + part, parts);
    if (isOthersTurn(part, parts)) await nextTurn();
  }
  return text === '' ? '{}' : `${text}}`;
}

async function listInParts(shape: ListShape, value: unknown, parts: Parts): Promise<Text> {
  if (!Array.isArray(value)) return notOfType(shape, value, parts.writing);
  let text = '[';
  for (let from = 0; from < value.length; ) {
    const some = itemsAt(shape.of, value, from, parts.writing);
    const items = some === 'too long' ? await itemInParts(shape.of, value, from, parts) : some;
    if (!items) return undefined;
    text = longer(text + items.text, parts);
    from = items.next;
    if (isOthersTurn(items.text, parts)) await nextTurn();
  }
  return `${text}]`;
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

async function itemInParts(
  shape: Shape,
  list: readonly unknown[],
  place: number,
  parts: Parts,
): Promise<Items | undefined> {
  const part = await partAt({ name: place, place: null }, [shape, list[place]], parts);
  return part === undefined
    ? undefined
    : { text: place === 0 ? part : `,${part}`, next: place + 1 };
}

/** Where a value stands in the object or list above it. */
type At = { readonly name: string | number; readonly place: string | null };

function partAt(
  { name, place }: At,
  [shape, value]: readonly [Shape, unknown],
  parts: Parts,
): Text | Promise<Text> {
  const { writing } = parts;
  const faults = writing.faults.length;
  const finish = (text: Text): Text => {
    const whole = text === undefined && shape.nonNull ? nullIn(place, faults, writing) : text;
    writing.path.pop();
    return whole ?? (shape.nonNull ? undefined : 'null');
  };
  writing.path.push(name);
  const text = valueInParts(shape, value, parts);
  return text instanceof Promise ? text.then(finish) : finish(text);
}

function longer(text: string, { charactersMax }: Parts): string {
  if (text.length >= charactersMax) throw new TooLong();
  return text;
}

function isOthersTurn({ length }: string, parts: Parts): boolean {
  const since = parts.sinceTurn + length;
  const isTurn = since >= parts.writing.charactersMax;
  parts.sinceTurn = isTurn ? 0 : since;
  return isTurn;
}
