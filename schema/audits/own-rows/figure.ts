import { compareBytes, dimensionOf, UNITS, type Unit } from '../../index.ts';
import { at } from '../reading.ts';
import { listed, type Row } from './row.ts';

/**
 * The name of a record's figure; undefined where a record that it leads to is not shown, for then its figure is not known.
 * What makes two records editions of one figure is all but the edition, the number and the unit: tonnes and kilotonnes are both masses.
 */
export type FigureOf = (row: Row) => string | undefined;
export const FIGURES: Readonly<Record<string, FigureOf>> = {
  ProductionRecord: (row) =>
    named(row, 'site', [
      row.level,
      row.countryCode,
      at(row, 'site', 'id') ?? null,
      ...matterOf(row),
      row.stage,
      row.year,
      ...measureOf(row.quantity),
    ]),
  ResourceEstimate: (row) =>
    named(row, 'deposit', [
      row.level,
      row.countryCode,
      at(row, 'deposit', 'id') ?? null,
      ...matterOf(row),
      row.reportingCode,
      at(row, 'unfc', 'class') ?? null,
      row.crirsco,
      ...measureOf(row.contained),
    ]),
};

function named(row: Row, of: string, parts: readonly unknown[]): string | undefined {
  const isKnown = row.level === 'COUNTRY' || at(row, of, 'id') !== undefined;
  return isKnown ? JSON.stringify(parts) : undefined;
}

/** The fields that those look at. */
export const FIGURE_FIELDS = [
  ...['level', 'countryCode', 'site', 'deposit', 'commodityCode', 'published', 'stage', 'year'],
  ...['reportingCode', 'unfc', 'crirsco', 'quantity', 'contained', 'edition'],
] as const;

/** Of the figures that are known the records of their newest editions, and the older ones; editions rise with their bytes. */
export function editionsOf(rows: readonly Row[], figureOf: FigureOf) {
  const known = rows.filter((row) => figureOf(row) !== undefined);
  const newest = new Map<string | undefined, string>();
  for (const row of known) {
    const [figure, edition] = [figureOf(row), editionOf(row)];
    const other = newest.get(figure);
    if (other === undefined || compareBytes(other, edition) < 0) newest.set(figure, edition);
  }
  const isNewest = (row: Row) => editionOf(row) === newest.get(figureOf(row));
  return { newest: known.filter(isNewest), older: known.filter((row) => !isNewest(row)) };
}

/** A figure without an edition is older than any with one. */
const editionOf = ({ edition }: Row): string => String(edition ?? '');

/** Its commodity or, where the vocabulary has none, the source's word. */
function matterOf({ commodityCode, published }: Row): readonly unknown[] {
  if (commodityCode != null) return [commodityCode, null];
  const word = listed(published).find((each) =>
    String(at(each, 'field')).startsWith('commodityCode'),
  );
  return [null, at(word, 'word') ?? null];
}

function measureOf(quantity: unknown): readonly unknown[] {
  const unit = at(quantity, 'unit');
  return [at(quantity, 'basis') ?? null, isUnit(unit) ? dimensionOf(unit) : null];
}

export const isUnit = (unit: unknown): unit is Unit =>
  typeof unit === 'string' && Object.hasOwn(UNITS, unit);
