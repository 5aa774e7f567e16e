import type { PublishedWord, Quantity } from '../../../subgraphs/index.ts';
import { amount, type UnitWord, word } from '../record.ts';
import type { McsFigure } from '../sources.ts';

/** The source's units that the contract has; it has no volumes. */
const UNITS: Readonly<Record<string, UnitWord>> = {
  kg: { unit: 'KILOGRAM' },
  t: { unit: 'TONNE' },
  kt: { unit: 'KILOTONNE' },
  Mt: { unit: 'MEGATONNE' },
  kct: { unit: 'CARAT', places: 3 },
  Mct: { unit: 'CARAT', places: 6 },
};

/** Cells whose unit is not that of their column's name: the unit that holds, and what says so. */
const MENDED: readonly {
  readonly edition: string;
  readonly commodity: string;
  readonly statistic: McsFigure['statistic'];
  readonly unit: string;
  readonly because: string;
}[] = [
  {
    edition: 'MCS2023',
    commodity: 'Chromium',
    statistic: 'PRODUCTION',
    unit: 'kt',
    because: 'The note of the row itself: thousand metric tons, gross weight.',
  },
  {
    edition: 'MCS2023',
    commodity: 'Vanadium',
    statistic: 'RESERVES',
    unit: 'kt',
    because: 'The column is in thousand metric tons, as in MCS2024; the table of 2023 writes t.',
  },
];

const mendingOf = (figure: McsFigure) =>
  MENDED.find(
    ({ edition, commodity, statistic }) =>
      edition === figure.edition &&
      commodity === figure.commodity &&
      statistic === figure.statistic,
  );

/** Undefined where the contract has no unit for it. */
const unitOf = (figure: McsFigure): UnitWord | undefined =>
  UNITS[mendingOf(figure)?.unit ?? figure.unit];

export const isInAUnitOfTheContract = (figure: McsFigure): boolean => unitOf(figure) !== undefined;

/** The publisher's marks in place of a number. A dash is nought; a figure that is withheld, unknown or without sense is none. */
const MARKS: Readonly<Record<string, Pick<Quantity, 'value' | 'flag'>>> = {
  NA: { value: null, flag: 'NOT_AVAILABLE' },
  XX: { value: null, flag: 'NOT_AVAILABLE' },
  W: { value: null, flag: 'WITHHELD' },
  '—': { value: '0', flag: 'EXACT' },
};

export function quantityOf(figure: McsFigure, basis: string | null): Quantity {
  const unit = unitOf(figure);
  if (!unit) throw new Error(`Expected a unit of the contract, got "${figure.unit}".`);
  const { flag, value, estimated } = figure;
  if (flag) return { ...markOf(flag), unit: unit.unit, basis };
  if (!value) throw new Error(`Expected a value or a mark for ${JSON.stringify(figure)}.`);
  return amount(Number(value), unit, { basis, flag: estimated === 'True' ? 'ESTIMATED' : 'EXACT' });
}

function markOf(flag: string): Pick<Quantity, 'value' | 'flag'> {
  const mark = MARKS[flag];
  if (mark) return mark;
  throw new Error(`Expected one of ${Object.keys(MARKS).join(', ')}, got "${flag}".`);
}

/** The source's own words for a figure; `field` is the column of the contract that holds the amount. */
export function figureWords(figure: McsFigure, field: string): readonly (PublishedWord | null)[] {
  const mending = mendingOf(figure);
  return [
    word('commodityCode', figure.commodity),
    word(`${field}.basis`, figure.basis),
    word(
      `${field}.unit`,
      mending && `${figure.unit} (read as ${mending.unit}: ${mending.because})`,
    ),
    word(`${field}.flag`, figure.flag),
    word(field, figure.note === EXTRACT_NOTE ? null : figure.note),
  ];
}
/** Written by those who took the extract, not by the publisher. */
const EXTRACT_NOTE = 'USGS MCS 2026; partial extract';
