import type { MissingReason } from '../../../gateway/members/index.ts';

/** A range of a list by the places of its rows: behind `from`, up to `to`; null is the end of the list on that side. */
export type Range = { readonly from: number | null; readonly to: number | null };
export type Declared = { readonly reason: MissingReason; readonly range: Range };

/** What a scroll has to know of its earlier pages: whom they asked, and what each has missed so far. */
export type Past = {
  readonly asked: ReadonlySet<string>;
  readonly missed: ReadonlyMap<string, Declared>;
};
export const NO_PAST: Past = { asked: new Set(), missed: new Map() };

/** One page: where it begins and ends, who gave it, and who should have. */
export type Turn = {
  /** Undefined on the first page. */
  readonly before: number | undefined;
  readonly end: number | null;
  readonly answered: readonly string[];
  readonly failed: ReadonlyMap<string, MissingReason>;
};

/** Declared: from where a member first missed a page to where it last did. Who joined late has missed all that came before. */
export function declaredAfter(past: Past, turn: Turn): Past {
  const { before, end, answered, failed } = turn;
  const gone = [...past.asked].filter((code) => !answered.includes(code) && !failed.has(code));
  const missing = [...failed, ...gone.map((code) => [code, 'WITHDRAWN'] as const)];
  const missed = new Map(past.missed);
  for (const [code, reason] of missing) {
    const from = past.asked.has(code) ? (before ?? null) : null;
    const first = past.missed.get(code);
    missed.set(code, { reason, range: { from: first ? first.range.from : from, to: end } });
  }
  for (const code of before === undefined ? [] : answered)
    if (!past.asked.has(code))
      missed.set(code, { reason: 'UNREACHABLE', range: { from: null, to: before ?? null } });
  return { asked: new Set([...past.asked, ...answered, ...failed.keys()]), missed };
}

/** The same for who goes on from this row: what lies behind it is still to come. */
export function upTo(place: number, { asked, missed }: Past): Past {
  const clipped = [...missed].flatMap(([code, { reason, range }]) => {
    if (range.from !== null && range.from >= place) return [];
    const to = range.to === null ? place : Math.min(range.to, place);
    return [[code, { reason, range: { from: range.from, to } }] as const];
  });
  return { asked, missed: new Map(clipped) };
}

export const isIn = ({ from, to }: Range, place: number): boolean =>
  (from === null || place > from) && (to === null || place <= to);
