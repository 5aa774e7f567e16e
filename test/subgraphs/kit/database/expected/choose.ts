import type { OwnedType } from '../../../../../subgraphs/kit/rows.ts';
import { listOf, partOf, type Row, type Tables } from './tables.ts';
import { dimension, leading, textKey } from './text-and-numbers.ts';

type Filter = Readonly<Record<string, unknown>>;

/** The records that a filter lets through; of figures the newest editions, unless all are wanted. */
export function choose(tables: Tables, type: OwnedType, filter: Filter): readonly Row[] {
  const { allEditions, ...tests } = filter;
  const rows = allEditions === true ? tables[type] : newest(type, tables[type]);
  return rows.filter((row) =>
    Object.entries(tests).every(([name, wanted]) => passes(row, name, wanted)),
  );
}

const holdsAny = (wanted: unknown, ...values: readonly unknown[]) =>
  values.some((value) => listOf(wanted).includes(String(value)));
const instant = (text: unknown) => {
  const [, until = '', fraction = '', zone = ''] =
    /^(.{19})(?:\.(\d+))?(.+)$/.exec(String(text)) ?? [];
  return BigInt(Date.parse(until + zone)) * 1_000_000n + BigInt(fraction.padEnd(9, '0'));
};
const commodities = (row: Row) =>
  'commodityCodes' in row ? listOf(row.commodityCodes) : [row.commodityCode];
const asFarAs = (text: unknown, other: unknown) => String(other).slice(0, String(text).length);

const COLUMNS: Readonly<Record<string, string>> = {
  owners: 'home',
  types: 'type',
  statuses: 'status',
  scales: 'scale',
  certifications: 'certification',
  levels: 'level',
  stages: 'stage',
  codes: 'reportingCode',
};

function passes(row: Row, name: string, wanted: unknown): boolean {
  const column = COLUMNS[name];
  if (column) return row[column] != null && holdsAny(wanted, row[column]);
  switch (name) {
    case 'countries':
      return holdsAny(wanted, 'jurisdictionCode' in row ? row.jurisdictionCode : row.countryCode);
    case 'commodities':
      return holdsAny(wanted, ...commodities(row));
    case 'unfcClasses':
      return holdsAny(wanted, partOf(row.unfc, 'class'));
    case 'crirsco':
      return holdsAny(wanted, ...listOf(row.crirsco));
    case 'years':
      return inYears(row.year, partOf(wanted, 'from'), partOf(wanted, 'to'));
    case 'bbox':
      return inBox(row.location, wanted);
    case 'text': {
      const words = leading(Object(row.name ?? row.title));
      return words !== null && textKey(words).includes(textKey(String(wanted)));
    }
    case 'updatedSince':
      return instant(row.updatedAt) >= instant(wanted);
    default:
      return onDay(row, name, String(wanted));
  }
}

function inYears(year: unknown, from: unknown, to: unknown): boolean {
  if (from === null && to === null) return true;
  if (typeof year !== 'number') return false;
  return (from === null || year >= Number(from)) && (to === null || year <= Number(to));
}

function inBox(location: unknown, box: unknown): boolean {
  if (location == null) return false;
  const [lat, lon] = [Number(partOf(location, 'lat')), Number(partOf(location, 'lon'))];
  const [south, north] = [Number(partOf(box, 'south')), Number(partOf(box, 'north'))];
  const [west, east] = [Number(partOf(box, 'west')), Number(partOf(box, 'east'))];
  const isAcross = west > east;
  const isEastOfWest = lon >= west;
  const isWestOfEast = lon <= east;
  const isBetween = isAcross ? isEastOfWest || isWestOfEast : isEastOfWest && isWestOfEast;
  return lat >= south && lat <= north && isBetween;
}

function onDay(row: Row, name: string, day: string): boolean {
  const [from, to] = [row.inForceFrom, row.inForceTo];
  const end = row.endDate ?? row.startDate;
  if (name === 'inForceOn') {
    const hasBegun = from != null && String(from) <= day;
    return hasBegun && (to == null || day < String(to));
  }
  if (name === 'from') return end != null && String(end) >= asFarAs(end, day);
  if (name === 'to') return row.startDate != null && String(row.startDate) <= day;
  throw new Error(`Expected a filter of the contract, got ${name}.`);
}

/** Of one figure, the records of the greatest edition by its bytes. */
function newest(type: OwnedType, rows: readonly Row[]): readonly Row[] {
  if (type !== 'ProductionRecord' && type !== 'ResourceEstimate') return rows;
  const edition = (row: Row) => Buffer.from(String(row.edition ?? ''));
  const isOlder = (a: Row, b: Row) => Buffer.compare(edition(a), edition(b)) < 0;
  return rows.filter(
    (row) => !rows.some((other) => figure(other) === figure(row) && isOlder(row, other)),
  );
}

function figure(row: Row): string {
  const quantity = row.quantity ?? row.contained;
  const words = Array.isArray(row.published) ? row.published : [];
  const word = words.find((each) => partOf(each, 'field') === 'commodityCode');
  return JSON.stringify([
    ...['level', 'countryCode', 'siteId', 'depositId', 'stage', 'year', 'reportingCode'].map(
      (column) => row[column] ?? null,
    ),
    row.commodityCode ?? { word: partOf(word, 'word') },
    partOf(row.unfc, 'class'),
    row.crirsco ?? null,
    partOf(quantity, 'basis'),
    quantity == null ? null : dimension(String(partOf(quantity, 'unit'))),
  ]);
}
