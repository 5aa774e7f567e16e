import { stripVTControlCharacters } from 'node:util';

/** Rows below their titles, each column as wide as its widest cell; the last one may be as long as it is. */
export function table(titles: readonly string[], rows: readonly (readonly string[])[]): string {
  const all = [titles, ...rows];
  const widths = titles.map((_, column) => Math.max(...all.map((row) => widthOf(row[column]))));
  return all.map((row) => lineOf(row, widths)).join('\n');
}

const lineOf = (row: readonly string[], widths: readonly number[]): string =>
  row
    .map((cell, column) => cell + ' '.repeat((widths[column] ?? 0) - widthOf(cell)))
    .join('  ')
    .trimEnd();

/** Colours take no place on the screen. */
const widthOf = (cell = ''): number => stripVTControlCharacters(cell).length;
