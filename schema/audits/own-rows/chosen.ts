import { orderKeyOfName, orderKeyOfText } from '../../index.ts';
import { at } from '../reading.ts';
import { isObject } from '../wire.ts';
import { firstDay, lastDay, microseconds } from './calendar.ts';
import { listed, namePartsOf, type Row, textOf } from './row.ts';

/** What a field of a filter asks of a record, and which of its fields it looks at. */
export type Choice = {
  readonly looksAt: readonly string[];
  readonly isChosen: (row: Row, wanted: unknown) => boolean;
};

/** A record's country, whatever its type calls it. */
export const countryOf = (row: Row): unknown => row.countryCode ?? row.jurisdictionCode;
export const commoditiesOf = (row: Row): readonly unknown[] =>
  'commodityCodes' in row ? listed(row.commodityCodes) : listed([row.commodityCode]);

const isAmong = (value: unknown, wanted: unknown): boolean => listed(wanted).includes(value);
const among = (field: string): Choice => ({
  looksAt: [field],
  isChosen: (row, wanted) => isAmong(row[field], wanted),
});

/** Every field of the contract's filters; `allEditions` stands beside them, for it asks the less. */
export const CHOICES: Readonly<Record<string, Choice>> = {
  owners: among('home'),
  countries: {
    looksAt: ['countryCode', 'jurisdictionCode'],
    isChosen: (row, wanted) => isAmong(countryOf(row), wanted),
  },
  commodities: {
    looksAt: ['commodityCode', 'commodityCodes'],
    isChosen: (row, wanted) => commoditiesOf(row).some((code) => isAmong(code, wanted)),
  },
  types: among('type'),
  statuses: among('status'),
  scales: among('scale'),
  certifications: among('certification'),
  levels: among('level'),
  stages: among('stage'),
  codes: among('reportingCode'),
  unfcClasses: {
    looksAt: ['unfc'],
    isChosen: (row, wanted) => isAmong(at(row, 'unfc', 'class'), wanted),
  },
  crirsco: {
    looksAt: ['crirsco'],
    isChosen: (row, wanted) => listed(row.crirsco).some((each) => isAmong(each, wanted)),
  },
  years: { looksAt: ['year'], isChosen: liesInYears },
  bbox: { looksAt: ['location'], isChosen: liesInBox },
  text: { looksAt: ['name', 'title'], isChosen: holdsText },
  updatedSince: {
    looksAt: ['updatedAt'],
    isChosen: (row, since) => microseconds(String(row.updatedAt)) >= microseconds(String(since)),
  },
  inForceOn: { looksAt: ['inForceFrom', 'inForceTo'], isChosen: isInForce },
  from: { looksAt: ['startDate', 'endDate'], isChosen: isNotOver },
  to: { looksAt: ['startDate'], isChosen: hasBegun },
};

/** Both ends included; a figure without a year lies in no years. */
function liesInYears({ year }: Row, wanted: unknown): boolean {
  const [from, to] = [at(wanted, 'from'), at(wanted, 'to')];
  if (typeof year !== 'number') return from == null && to == null;
  return !(typeof from === 'number' && year < from) && !(typeof to === 'number' && year > to);
}

/** Edges belong to the box; one whose west exceeds its east goes across the antimeridian. */
function liesInBox({ location }: Row, wanted: unknown): boolean {
  if (!isObject(location) || !isObject(wanted)) return false;
  const [lat, lon] = [Number(location.lat), Number(location.lon)];
  const { south, west, north, east } = wanted;
  if (lat < Number(south) || lat > Number(north)) return false;
  const [isBehindWest, isBeforeEast] = [lon >= Number(west), lon <= Number(east)];
  return Number(west) <= Number(east) ? isBehindWest && isBeforeEast : isBehindWest || isBeforeEast;
}

function holdsText(row: Row, wanted: unknown): boolean {
  const key = orderKeyOfName(namePartsOf(row));
  return key?.includes(orderKeyOfText(String(wanted))) ?? false;
}

function isInForce({ inForceFrom, inForceTo }: Row, wanted: unknown): boolean {
  const [from, to, day] = [textOf(inForceFrom), textOf(inForceTo), String(wanted)];
  if (from === undefined || firstDay(from) > day) return false;
  return to === undefined || day < firstDay(to);
}

function isNotOver({ startDate, endDate }: Row, wanted: unknown): boolean {
  const end = textOf(endDate) ?? textOf(startDate);
  return end !== undefined && lastDay(end) >= String(wanted);
}

function hasBegun({ startDate }: Row, wanted: unknown): boolean {
  const start = textOf(startDate);
  return start !== undefined && firstDay(start) <= String(wanted);
}
