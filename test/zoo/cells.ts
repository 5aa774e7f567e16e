import { chanceOf } from '../oracle/chance.ts';
import type { Fault, FieldKind, PagePlace } from './fault.ts';
import { FAULTS } from './faults.ts';

/** How many members commit the fault at once. */
export const SIZES = ['1', '2', 'half', 'all but one', 'all'] as const;
export type Size = (typeof SIZES)[number];

/** One fault, committed by so many members while a field of this kind is asked for on this page. */
export type Cell = {
  readonly name: string;
  readonly fault: Fault;
  readonly kind: FieldKind;
  readonly page: PagePlace;
  readonly size: Size;
};

export const KINDS: readonly FieldKind[] = [
  'connection',
  'entities',
  'count',
  'aggregate',
  'members',
];
const PAGES: readonly PagePlace[] = ['first', 'later'];

/** Every combination that has a meaning. */
export const CELLS: readonly Cell[] = Object.entries(FAULTS).flatMap(([name, fault]) =>
  KINDS.filter((kind) => fault.in?.includes(kind) ?? true).flatMap((kind) =>
    PAGES.filter((page) => hasPage(fault, kind, page)).flatMap((page) =>
      SIZES.map((size) => ({ name, fault, kind, page, size })),
    ),
  ),
);

function hasPage({ on }: Fault, kind: FieldKind, page: PagePlace): boolean {
  if ((kind === 'aggregate' || kind === 'members') && page === 'later') return false;
  return on?.includes(page) ?? true;
}

/** So many of the cells that each fault is among them, with each kind of field that it has as far as they reach; always the same. */
export function sampleOf(cells: readonly Cell[], count: number): readonly Cell[] {
  const groups = new Map<string, Cell[]>();
  for (const cell of chanceOf('sample of the matrix').shuffled(cells))
    groups.set(cell.name, [...(groups.get(cell.name) ?? []), cell]);
  const rounds = [...groups.values()].map(spread);
  const most = Math.max(...rounds.map((each) => each.length));
  const dealt = Array.from({ length: most }, (_, place) =>
    rounds.flatMap((each) => each[place] ?? []),
  );
  return dealt.flat().slice(0, count);
}

/** One of each kind of field, then the next of each. */
function spread(cells: readonly Cell[]): readonly Cell[] {
  const byKind = KINDS.map((kind) => cells.filter((cell) => cell.kind === kind));
  const most = Math.max(...byKind.map((each) => each.length));
  return Array.from({ length: most }, (_, place) =>
    byKind.flatMap((each) => each[place] ?? []),
  ).flat();
}
