import type { Json, JsonObject } from '../json.ts';

/** Which fields of a row a filter speaks of: the first that the row has. No alias carries the name of another field, so a name is its field. */
const FIELDS: Readonly<Record<string, readonly string[]>> = {
  countries: ['jurisdictionCode', 'countryCode'],
  commodities: ['commodityCodes', 'commodityCode'],
  types: ['type'],
  statuses: ['status'],
  scales: ['scale'],
  certifications: ['certification'],
  levels: ['level'],
  stages: ['stage'],
  codes: ['reportingCode'],
};

/** What a filter wants of one field of a row, whatever the row calls it. */
export type Wanted = {
  readonly name: string;
  readonly fields: readonly string[];
  readonly values: readonly Json[];
};

/** What a filter wants of what rows may show; nothing where it speaks of other things, or of nothing. */
export const wantedBy = (filter: JsonObject): readonly Wanted[] =>
  Object.keys(filter).length === 0 ? [] : NAMES.flatMap((name) => wantedOf(name, filter[name]));

const NAMES = Object.keys(FIELDS);
const wantedOf = (name: string, values: Json | undefined): readonly Wanted[] =>
  Array.isArray(values) ? [{ name, fields: FIELDS[name] ?? [], values }] : [];

/**
 * What a row shows that its filter rules out, as the end of a sentence; undefined where it shows nothing such. What is not shown is not known:
 * a member may still give rows that were kept out.
 */
export function strayIn(row: JsonObject, wanted: readonly Wanted[]): string | undefined {
  for (const { name, fields, values } of wanted) {
    const field = fields.find((each) => Object.hasOwn(row, each));
    if (field === undefined) continue;
    const shown = row[field] ?? null;
    const given: readonly Json[] = Array.isArray(shown) ? shown : [shown];
    if (!given.some((each) => values.includes(each)))
      return `whose ${field} is ${JSON.stringify(shown)}, where ${name} ${JSON.stringify(values).slice(0, 200)} were asked`;
  }
  return undefined;
}
