import type { Json, JsonObject } from '../member.ts';

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

/**
 * What a row shows that its filter rules out, as the end of a sentence; undefined where it shows nothing such. What is not shown is not known:
 * a member may still give rows that were kept out.
 */
export function strayIn(row: JsonObject, filter: JsonObject): string | undefined {
  for (const [name, fields] of Object.entries(FIELDS)) {
    const wanted = filter[name];
    const field = fields.find((each) => Object.hasOwn(row, each));
    if (field === undefined || !Array.isArray(wanted)) continue;
    const shown = row[field] ?? null;
    const values: readonly Json[] = Array.isArray(shown) ? shown : [shown];
    if (!values.some((each) => wanted.includes(each)))
      return `whose ${field} is ${JSON.stringify(shown)}, where ${name} ${JSON.stringify(wanted).slice(0, 200)} were asked`;
  }
  return undefined;
}
