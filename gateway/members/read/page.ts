import type { Json, JsonObject } from '../member.ts';
import { afterLiteral, areSame, comesBefore, NOT, type Range } from './bytes.ts';

/** A member's page as it lies in the bytes of its answer: its rows are made when they are wanted, and most never are. */
export type Page = {
  readonly count: number;
  /** What stands beside the rows, by its name. */
  readonly valueNamed: (name: string) => JsonObject | undefined;
  /** The names under which the rows are given. */
  readonly names: readonly string[];
  readonly rowAt: (responseName: string, row: number) => Json;
  readonly idAt: (row: number) => string;
  /** The position of a row, as the member writes it. */
  readonly cursorAt: (row: number) => string;
  /** Whether each position is its record's id and no more, and they rise. */
  readonly risesById: () => boolean;
};

/** Where the parts of a page lie: the cursor and the id of each of its heads, the rows of each list, and its other values. */
export type Marks = {
  readonly cursors: Ranges;
  readonly ids: Ranges;
  readonly rows: Map<string, Ranges>;
  readonly values: Map<string, Range>;
};
/** Ranges one after another, two numbers each: there is one for every row of every member. */
export type Ranges = number[];
export const rangeAt = (ranges: Ranges, place: number): Range => [
  ranges[2 * place] ?? NOT,
  ranges[2 * place + 1] ?? NOT,
];

/** The page that lies there. All of it has been passed, so it is JSON. */
export function pageAt(bytes: Uint8Array, marks: Marks): Page {
  const { cursors, ids, rows, values } = marks;
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const valueIn = ([at, end]: Range) => JSON.parse(text.toString('utf8', at, end));
  return {
    count: ids.length / 2,
    valueNamed: (name) => {
      const range = values.get(name);
      return range && valueIn(range);
    },
    names: [...rows.keys()],
    rowAt: (name, row) => valueIn(rangeAt(rows.get(name) ?? [], row)),
    idAt: (row) => valueIn(rangeAt(ids, row)),
    cursorAt: (row) => valueIn(rangeAt(cursors, row)),
    risesById: () => risesById(bytes, marks),
  };
}

function risesById(bytes: Uint8Array, { cursors, ids }: Marks): boolean {
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
