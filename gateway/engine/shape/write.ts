import { ReadyText } from './ready-text.ts';
import type { FieldShape, ListShape, ObjectShape, Shape } from './shape.ts';

/** Why a null stands where subgraphs gave another value, or none may stand. */
export type Fault = {
  readonly message: string;
  readonly path: readonly (string | number)[];
  /** A null where none may be: whoever gave it may have said why. */
  readonly isOfNull: boolean;
};
/** JSON of the data, a long one as bytes; `null` where the nulls below it reached its root. */
export type Written = { readonly json: string | Buffer; readonly faults: readonly Fault[] };

export type WriteOptions = {
  /** Objects may stand in several places, so each is written once. */
  readonly shares: boolean;
  /** Equal objects in many places make a long text of little data. */
  readonly charactersMax: number;
};

/** Thrown where a text is longer than it may be: told from other faults by whoever writes it otherwise, or refuses it. */
export class TooLong extends Error {}

/** As many as an answer tells; more say nothing that these do not. */
const FAULTS_MAX = 10_000;

/** One pass over what subgraphs gave: text in the order of the selection, nulls passed up to the next place that may be null. */
export function writeData(shape: ObjectShape, data: object, options: WriteOptions): Written {
  const writing = openWriting(options);
  const text = writeObject(shape, data, writing);
  return { json: text ?? 'null', faults: writing.faults };
}

export const openWriting = (options: WriteOptions): Writing => ({
  path: [],
  faults: [],
  texts: new Map(),
  ...options,
});

/** Grows while the text is written: the place that is being written, and what is wrong so far. */
export type Writing = WriteOptions & {
  readonly path: (string | number)[];
  readonly faults: Fault[];
  readonly texts: Map<ObjectShape, Texts>;
};
/** Undefined where an object cannot be, and no more faults are told. */
type Texts = Map<object, string | undefined>;

/** Undefined where nothing of its type is there, which is null in the answer. */
export function write(shape: Shape, value: unknown, writing: Writing): string | undefined {
  if (value === null || value === undefined) return undefined;
  switch (shape.kind) {
    case 'leaf':
      return shape.write(value) ?? notOfType(shape, value, writing);
    case 'list':
      return writeList(shape, value, writing);
    case 'object':
      return writing.shares ? writeOnce(shape, value, writing) : writeObject(shape, value, writing);
  }
}

/** The same object in the same shape has the same text; but each place says for itself what is wrong there, as long as anything is told. */
function writeOnce(shape: ObjectShape, value: object, writing: Writing): string | undefined {
  const texts = textsOf(shape, writing);
  const before = texts.get(value);
  if (before !== undefined || texts.has(value)) return before;
  const faults = writing.faults.length;
  const text = writeObject(shape, value, writing);
  if (writing.faults.length === faults) texts.set(value, text);
  return text;
}

function textsOf(shape: ObjectShape, { texts }: Writing): Texts {
  const known: Texts = texts.get(shape) ?? new Map();
  texts.set(shape, known);
  return known;
}

function writeObject(shape: ObjectShape, value: object, writing: Writing): string | undefined {
  const fields = fieldsFor(shape, value);
  if (!fields) return notOfType(shape, value, writing);
  let text = '';
  let isWritten = 0; // so many of the fields to come
  for (const field of fields) {
    if (isWritten > 0) {
      isWritten -= 1;
      continue;
    }
    const given = valueAt(value as Values, field.key);
    const part = writeFieldAt(field, given, writing);
    if (part === undefined) return undefined;
    if (isReady(given)) isWritten = given.run.names.length - 1;
    text += field.label + part;
    if (text.length >= writing.charactersMax) throw new TooLong();
  }
  return text === '' ? '{}' : `${text}}`;
}

export type Values = Readonly<Record<string, unknown>>;

export function fieldsFor(shape: ObjectShape, value: object): readonly FieldShape[] | null {
  const { type, isAbstract, fieldsOf } = shape;
  if (typeof value !== 'object' || Array.isArray(value)) return null;
  if (!isAbstract) return fieldsOf(type.name);
  const { __typename } = value as Values;
  return fieldsOf(__typename === undefined ? undefined : String(__typename));
}

/** Whether it needs no writing any more, nor do some of the fields that follow. */
export const isReady = (value: unknown): value is ReadyText => value instanceof ReadyText;

function writeFieldAt(field: FieldShape, value: unknown, writing: Writing): string | undefined {
  if (isReady(value)) return value.text;
  const { path } = writing;
  path.push(field.name);
  const part = writeField(field, value, writing);
  path.pop();
  return part;
}

/** Undefined where the object cannot be without it. */
function writeField(
  { place, value: shape }: FieldShape,
  value: unknown,
  writing: Writing,
): string | undefined {
  if (shape.kind === 'known') return shape.text;
  const faults = writing.faults.length;
  const text = write(shape, value, writing);
  if (text !== undefined || !shape.nonNull) return text ?? 'null';
  return nullIn(place, faults, writing);
}

/** A null where none may be is a fault of its own, unless another one has made it since there were so many. */
export function nullIn(place: string | null, faults: number, writing: Writing): undefined {
  if (writing.faults.length > faults) return undefined;
  addFault(place === null ? NULL_IN_LIST : NULL_IN(place), writing, true);
  return undefined;
}

const NULL_IN = (place: string) => `Cannot return null for non-nullable field ${place}.`;
const NULL_IN_LIST = 'Cannot return null in a list of values that are never null.';

/** What subgraphs gave; never what all objects have, such as `constructor`. */
export const valueAt = (values: Values, key: string): unknown => {
  const value = values[key];
  return typeof value === 'function' ? undefined : value;
};

function writeList(shape: ListShape, value: unknown, writing: Writing): string | undefined {
  if (!Array.isArray(value)) return notOfType(shape, value, writing);
  const items = writeItems(shape.of, value, 0, writing);
  if (items && items.next < value.length) throw new TooLong();
  return items && `[${items.text}]`;
}

/** Text of the items up to `next`: all, or as many as there is room for, but one at least. */
export type Items = { readonly text: string; readonly next: number };

/** Undefined where an item cannot be null and is. */
export function writeItems(
  shape: Shape,
  list: readonly unknown[],
  from: number,
  writing: Writing,
): Items | undefined {
  const { path, charactersMax } = writing;
  let text = '';
  for (let place = from; place < list.length; place += 1) {
    path.push(place);
    const part = writeItem(shape, list[place], writing);
    path.pop();
    if (part === undefined) return undefined;
    text += place === 0 ? part : `,${part}`;
    if (text.length >= charactersMax - 1) return { text, next: place + 1 };
  }
  return { text, next: list.length };
}

function writeItem(shape: Shape, value: unknown, writing: Writing): string | undefined {
  const faults = writing.faults.length;
  const text = write(shape, value, writing);
  if (text !== undefined || !shape.nonNull) return text ?? 'null';
  return nullIn(null, faults, writing);
}

export function notOfType(shape: Shape, value: unknown, writing: Writing): undefined {
  addFault(`Expected ${described(shape)}, got ${shown(value)}.`, writing, false);
  return undefined;
}

function described(shape: Shape): string {
  if (shape.kind === 'list') return 'a list';
  return shape.kind === 'leaf' ? `a value of ${shape.type}` : `an object of ${shape.type.name}`;
}

const SHOWN_CHARACTERS = 100;
/** Of an object its type's name, for the rest of it is nobody's business. */
function shown(value: unknown): string {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return Array.isArray(value)
      ? 'a list'
      : String(JSON.stringify(value)).slice(0, SHOWN_CHARACTERS);
  const { __typename } = value as Values;
  return `an object of type ${String(JSON.stringify(__typename ?? null)).slice(0, SHOWN_CHARACTERS)}`;
}

function addFault(message: string, { faults, path }: Writing, isOfNull: boolean): void {
  if (faults.length < FAULTS_MAX) faults.push({ message, path: [...path], isOfNull });
}
