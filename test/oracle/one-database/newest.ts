import { dimension } from './measures.ts';
import type { Row, Tables } from './tables.ts';

/**
 * Of one figure only the newest edition counts. A figure is the same one where everything but its edition, number and unit is the same: tonnes
 * in one edition and kilotonnes in the next are one figure, for both are masses.
 */
export function newestOf({ rows }: Tables): (row: Row) => boolean {
  const superseded = new Set<Row>();
  for (const [list, keyOf] of [
    [rows.ProductionRecord, productionKey],
    [rows.ResourceEstimate, estimateKey],
  ] as const)
    for (const figure of grouped(list, keyOf))
      for (const row of allButNewest(figure)) superseded.add(row);
  return (row) => !superseded.has(row);
}

function grouped(
  rows: readonly Row[],
  keyOf: (row: Row) => readonly unknown[],
): readonly (readonly Row[])[] {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = JSON.stringify([row.home, ...keyOf(row)].map((part) => part ?? null));
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups.values()];
}

/** Editions rise with their bytes; a figure without an edition is older than any with one. Rows of one edition all count. */
function allButNewest(figure: readonly Row[]): readonly Row[] {
  const edition = (row: Row) => Buffer.from(String(row.edition ?? ''));
  const newest = figure.map(edition).reduce((a, b) => (Buffer.compare(a, b) < 0 ? b : a));
  return figure.filter((row) => Buffer.compare(edition(row), newest) !== 0);
}

const productionKey = (row: Row) => [
  row.level,
  row.siteId,
  row.countryCode,
  matter(row),
  row.stage,
  row.year,
  ...measured(row.quantity),
];
const estimateKey = (row: Row) => [
  row.level,
  row.depositId,
  row.countryCode,
  matter(row),
  row.reportingCode,
  (row.unfc as { class?: string } | null | undefined)?.class,
  row.crirsco,
  ...measured(row.contained),
];

/** What it is a figure of: the CGI commodity or, where CGI has none, the source's own word. */
function matter(row: Row): readonly unknown[] {
  const words = (row.published ?? []) as readonly { field: string; word: string }[];
  const word = words.find(({ field }) => field.startsWith('commodityCode'))?.word;
  return row.commodityCode ? [row.commodityCode] : [null, word];
}

function measured(quantity: unknown): readonly unknown[] {
  const { unit, basis } = (quantity ?? {}) as { unit?: string; basis?: string | null };
  return [basis, unit && dimension(unit)];
}
