import type { Json, JsonObject } from '../json.ts';
import { afterLiteral, areSame, comesBefore, NOT, type Range } from './bytes.ts';

/**
 * A member's page as it lies in the bytes of its answer. It holds where its parts lie; its rows are made when they are wanted, and most never
 * are. All of it has been passed, so it is JSON.
 */
export type Page = {
  readonly bytes: Buffer;
  /** Of each head the position, as the member writes it, and the id. */
  readonly cursors: Ranges;
  readonly ids: Ranges;
  /** The rows, under each name that they are given. */
  readonly rows: Map<string, Ranges>;
  /** What stands beside the rows. */
  readonly values: Map<string, Range>;
};

/** Ranges one after another, two numbers each: there is one for every row of every member. */
export type Ranges = number[];
export const rangeAt = (ranges: Ranges, place: number): Range => [
  ranges[2 * place] ?? NOT,
  ranges[2 * place + 1] ?? NOT,
];

export const openPage = (bytes: Buffer): Page => ({
  bytes,
  cursors: [],
  ids: [],
  rows: new Map(),
  values: new Map(),
});

export const rowsIn = ({ ids }: Page): number => ids.length / 2;

export const rowAt = ({ bytes, rows }: Page, name: string, row: number): Json =>
  valueIn(bytes, rangeAt(rows.get(name) ?? [], row));
export const idAt = ({ bytes, ids }: Page, row: number): string =>
  valueIn(bytes, rangeAt(ids, row));
export const cursorAt = ({ bytes, cursors }: Page, row: number): string =>
  valueIn(bytes, rangeAt(cursors, row));

export function valueNamed({ bytes, values }: Page, name: string): JsonObject | null {
  const range = values.get(name);
  return range ? valueIn(bytes, range) : null;
}

const valueIn = (bytes: Buffer, [at, end]: Range) => JSON.parse(bytes.toString('utf8', at, end));

/** Whether each position is its record's id and no more, and they rise. */
export function risesById({ bytes, cursors, ids }: Page): boolean {
  for (let row = 0; 2 * row < ids.length; row += 1) {
    const id = rangeAt(ids, row);
    if (!isIdAlone(bytes, rangeAt(cursors, row), id)) return false;
    if (row > 0 && !comesBefore(bytes, rangeAt(ids, row - 1), id)) return false;
  }
  return true;
}

/** A list of one text, written in a text. */
function isIdAlone(bytes: Uint8Array, [at, end]: Range, [idAt, idEnd]: Range): boolean {
  const textAt = afterLiteral(bytes, at, BEFORE_ID);
  const textEnd = textAt + idEnd - 1 - idAt;
  return (
    textAt !== NOT &&
    areSame(bytes, [textAt, textEnd], [idAt, idEnd - 1]) &&
    afterLiteral(bytes, textEnd, BEHIND_ID) === end
  );
}
const BEFORE_ID = Buffer.from('"[\\');
const BEHIND_ID = Buffer.from('\\"]"');
