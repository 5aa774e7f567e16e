import { type Cell, KINDS } from './cells.ts';
import { FAULTS } from './faults.ts';

/** The matrix as text: how many cells of each fault were run for each kind of field, and what was seen in all of them. */
export function printMatrix(cells: readonly Cell[]): string {
  const lines = Object.entries(FAULTS).map(([name, { seen }]) => {
    const counts = KINDS.map(
      (kind) => cells.filter((cell) => cell.name === name && cell.kind === kind).length,
    );
    const shown = seen.as === 'MISSING' ? seen.reason : seen.as;
    return lineOf([name, ...counts, shown]);
  });
  const unseen = cells.filter(
    ({ fault, kind }) => (fault.seenIn?.[kind] ?? fault.seen).as === 'UNDETECTED',
  ).length;
  return `${[
    lineOf(['fault', ...KINDS, 'must be seen as']),
    ...lines,
    `${cells.length - unseen} cells detected or harmless, ${unseen} cells of faults that this version cannot see.`,
    ...undetected(),
  ].join('\n')}\n`;
}

/** What no cell can show: faults that nothing tells from the truth, with what will. */
const undetected = (): readonly string[] =>
  Object.entries(FAULTS).flatMap(([name, { seen, seenIn = {} }]) =>
    [seen, ...Object.values(seenIn)].flatMap((each) =>
      each.as === 'UNDETECTED' ? [`  ${name}: not before ${each.until}`] : [],
    ),
  );

const lineOf = ([name, ...rest]: readonly (string | number)[]) =>
  `${String(name).padEnd(26)}${rest.map((each) => String(each).padStart(11)).join(' ')}`;
