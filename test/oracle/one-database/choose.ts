import { firstDay, lastDay, microseconds } from './calendar.ts';
import type { Row } from './tables.ts';
import { bytesOf, leadingText } from './text.ts';

export type Filter = Readonly<Record<string, unknown>> | null | undefined;

/** The rows that a filter lets through, and of figures the newest editions alone unless all are wanted. */
export function chosen(
  rows: readonly Row[],
  filter: Filter,
  isNewest: (row: Row) => boolean,
): readonly Row[] {
  const { allEditions, ...tests } = filter ?? {};
  const given = Object.entries(tests).filter(
    ([, wanted]) => wanted !== null && wanted !== undefined,
  );
  const passes = (row: Row) => given.every(([name, wanted]) => testOf(name)(row, wanted));
  return rows.filter((row) => (allEditions === true || isNewest(row)) && passes(row));
}

type Test = (row: Row, wanted: unknown) => boolean;
const testOf = (name: string): Test => {
  const test = TESTS[name];
  if (!test) throw new Error(`Expected a filter that the oracle knows, got ${name}.`);
  return test;
};

const isAmong = (value: unknown, wanted: unknown) => (wanted as readonly unknown[]).includes(value);
const sharesOne = (values: unknown, wanted: unknown) =>
  ((values ?? []) as readonly unknown[]).some((value) => isAmong(value, wanted));
const among =
  (column: string): Test =>
  (row, wanted) =>
    isAmong(row[column], wanted);

export const countryOf = (row: Row): unknown =>
  'jurisdictionCode' in row ? row.jurisdictionCode : row.countryCode;
export const commoditiesOf = (row: Row): readonly string[] => {
  const one = row.commodityCode;
  const many = row.commodityCodes as readonly string[] | null | undefined;
  return many ?? (typeof one === 'string' ? [one] : []);
};

const TESTS: Readonly<Record<string, Test>> = {
  owners: among('home'),
  countries: (row, wanted) => isAmong(countryOf(row), wanted),
  commodities: (row, wanted) => sharesOne(commoditiesOf(row), wanted),
  types: among('type'),
  statuses: among('status'),
  scales: among('scale'),
  certifications: among('certification'),
  levels: among('level'),
  stages: among('stage'),
  codes: among('reportingCode'),
  unfcClasses: (row, wanted) => isAmong((row.unfc as { class?: string } | null)?.class, wanted),
  crirsco: (row, wanted) => sharesOne(row.crirsco, wanted),
  years: (row, wanted) => liesInYears(row.year, wanted as Years),
  bbox: (row, wanted) => liesInBox(row.location as Point | null | undefined, wanted as Box),
  text: (row, wanted) => holdsText(row, String(wanted)),
  updatedSince: (row, since) => microseconds(String(row.updatedAt)) >= microseconds(String(since)),
  inForceOn: (row, day) => isInForce(row, String(day)),
  from: (row, day) => !isOver(row, String(day)),
  to: (row, day) => hasBegun(row, String(day)),
};

type Years = { readonly from?: number | null; readonly to?: number | null };
function liesInYears(year: unknown, { from, to }: Years): boolean {
  if (typeof from === 'number' && !(typeof year === 'number' && year >= from)) return false;
  return typeof to !== 'number' || (typeof year === 'number' && year <= to);
}

type Point = { readonly lat: number; readonly lon: number };
type Box = {
  readonly south: number;
  readonly west: number;
  readonly north: number;
  readonly east: number;
};
/** The edges belong to the box; one whose west exceeds its east goes across the antimeridian. */
function liesInBox(point: Point | null | undefined, { south, west, north, east }: Box): boolean {
  if (!point || point.lat < south || point.lat > north) return false;
  const [isEastOfWest, isWestOfEast] = [point.lon >= west, point.lon <= east];
  return west <= east ? isEastOfWest && isWestOfEast : isEastOfWest || isWestOfEast;
}

function holdsText(row: Row, wanted: string): boolean {
  const text = leadingText((row.name ?? row.title) as Parameters<typeof leadingText>[0]);
  return text !== null && bytesOf(text).includes(bytesOf(wanted));
}

function isInForce(row: Row, day: string): boolean {
  const [from, to] = [row.inForceFrom, row.inForceTo];
  if (typeof from !== 'string' || firstDay(from) > day) return false;
  return typeof to !== 'string' || day < firstDay(to);
}

function isOver(row: Row, day: string): boolean {
  const end = row.endDate ?? row.startDate;
  return typeof end !== 'string' || lastDay(end) < day;
}

function hasBegun(row: Row, day: string): boolean {
  const start = row.startDate;
  return typeof start === 'string' && firstDay(start) <= day;
}
