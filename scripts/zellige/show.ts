import type { Outcome } from './outcome.ts';
import { table } from './table.ts';

type Row = Readonly<Record<string, unknown>>;

/** Of what the registry answers, the columns that a person reads; `--json` prints the rest too. */
export const showRows =
  (list: string, columns: readonly string[]) =>
  (value: unknown): Outcome => ({
    kind: 'done',
    value,
    text: () => tableOf(parseRows(value, list), columns),
  });

/** One thing that was done, in a sentence made from what the registry answers. */
export const showDone =
  (says: (row: Row) => string) =>
  (value: unknown): Outcome => ({
    kind: 'done',
    value,
    text: (paint) => paint('green', says(parseRow(value))),
  });

/** A column of which no row has anything is left out. */
function tableOf(rows: readonly Row[], columns: readonly string[]): string {
  if (rows.length === 0) return 'None.';
  const shown = columns.filter((each) => rows.some((row) => cellOf(row[each]) !== ''));
  return table(
    shown.map((each) => each.toUpperCase()),
    rows.map((row) => shown.map((each) => cellOf(row[each]))),
  );
}

function cellOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map(cellOf).join(' ');
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** The rows of an answer: a list, or a list under that name. */
export function parseRows(value: unknown, list: string): readonly Row[] {
  const rows = Array.isArray(value) ? value : parseRow(value)[list];
  return Array.isArray(rows) ? rows.map(parseRow) : [];
}

export const parseRow = (value: unknown): Row =>
  typeof value === 'object' && value !== null ? (value as Row) : {};
