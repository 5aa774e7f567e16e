import { orderKeyOfName } from '../../index.ts';
import { at } from '../reading.ts';
import { isObject } from '../wire.ts';
import { firstDay, lastDay } from './calendar.ts';
import { commoditiesOf, countryOf } from './chosen.ts';
import { listed, namePartsOf, type Row, textOf } from './row.ts';

/** Values of a filter's field that some of the rows have, so that they choose some and leave out others. */
export type Tried = (rows: readonly Row[], member: string) => readonly unknown[];

/** The commonest word, the rarest, and both together. */
const words =
  (valuesOf: (row: Row) => readonly unknown[]): Tried =>
  (rows) => {
    const [commonest, ...rest] = byCount(rows.flatMap((row) => [...new Set(valuesOf(row))]));
    const rarest = rest.at(-1);
    if (commonest === undefined) return [];
    return rarest === undefined ? [[commonest]] : [[commonest], [rarest], [rarest, commonest]];
  };
const word = (field: string): Tried => words((row) => [row[field]]);

export const TRIED: Readonly<Record<string, Tried>> = {
  owners: (_rows, member) => [[member], [member === 'QQ' ? 'QX' : 'QQ']],
  countries: words((row) => [countryOf(row)]),
  commodities: words(commoditiesOf),
  types: word('type'),
  statuses: word('status'),
  scales: word('scale'),
  certifications: word('certification'),
  levels: word('level'),
  stages: word('stage'),
  codes: word('reportingCode'),
  unfcClasses: words((row) => [at(row, 'unfc', 'class')]),
  crirsco: words((row) => listed(row.crirsco)),
  years: (rows) => {
    const year = middle(rows.map((row) => row.year).filter((each) => typeof each === 'number'));
    return year === undefined ? [] : [{ from: year, to: year }, { from: year }, { to: year }];
  },
  bbox: boxes,
  text: texts,
  updatedSince: (rows) => {
    const instants = [...new Set(rows.flatMap((row) => textOf(row.updatedAt) ?? []))].toSorted();
    return [...new Set([middle(instants), instants.at(-1)])].filter((each) => each !== undefined);
  },
  inForceOn: (rows) => daysOf(rows, (row) => [row.inForceFrom, row.inForceTo], firstDay),
  from: (rows) => daysOf(rows, (row) => [row.endDate ?? row.startDate], lastDay),
  to: (rows) => daysOf(rows, (row) => [row.startDate], firstDay),
};

/** The values that are there, the commonest first. */
function byCount(values: readonly unknown[]): readonly unknown[] {
  const counts = new Map<unknown, number>();
  for (const value of values) if (value != null) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].toSorted(([, a], [, b]) => b - a).map(([value]) => value);
}

function middle<Value extends string | number>(values: readonly Value[]): Value | undefined {
  const sorted = [...new Set(values)].toSorted((a, b) => (a < b ? -1 : 1));
  return sorted[Math.floor(sorted.length / 2)];
}

const DAYS_MOST = 4;
function daysOf(
  rows: readonly Row[],
  datesOf: (row: Row) => readonly unknown[],
  dayOf: (date: string) => string,
): readonly string[] {
  const dates = rows.flatMap(datesOf).flatMap((date) => textOf(date) ?? []);
  return [...new Set(dates.map(dayOf))].toSorted().slice(0, DAYS_MOST);
}

/** A single point, whose edges it lies on; half the world; and a box across the antimeridian. */
function boxes(rows: readonly Row[]): readonly unknown[] {
  const places = rows.flatMap(({ location }) => (isObject(location) ? [location] : []));
  const first = places[0];
  if (!first) return [];
  const { lat, lon } = first;
  const longitudes = places.map((place) => Number(place.lon)).toSorted((a, b) => a - b);
  const [west, east] = [longitudes.at(-1), longitudes[0]];
  return [
    { south: lat, west: lon, north: lat, east: lon },
    { south: -90, west: -180, north: lat, east: lon },
    ...(west === east ? [] : [{ south: -90, west, north: 90, east }]),
  ];
}

/** Parts of names, in capitals and with an accent, which do not count; and signs that databases take for wildcards. */
function texts(rows: readonly Row[]): readonly string[] {
  const keys = rows.flatMap((row) => orderKeyOfName(namePartsOf(row)) ?? []);
  const plain = keys.find((key) => /[a-z]{3}/.test(key));
  const part = plain === undefined ? undefined : /[a-z]{3}/.exec(plain)?.[0];
  if (part === undefined) return keys.length > 0 ? ['%', '_'] : [];
  return [part.toUpperCase(), `${part.slice(0, 1)}\u0301${part.slice(1)}`, '%', '_'];
}
