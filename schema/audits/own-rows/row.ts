import type { NameParts } from '../../index.ts';
import { at, objectsAt, textAt } from '../reading.ts';
import { isObject, type JsonObject } from '../wire.ts';

/** A record as its member gave it: every field of the contract, records that it leads to as objects with an id. */
export type Row = JsonObject & { readonly id: string };

export const isRow = (node: JsonObject): node is Row => typeof node.id === 'string';

export const listed = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
export const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' ? value : undefined;

/** The fields that a record withholds from this reader, with dots: `owners.percent`. */
export const withheldPaths = (row: JsonObject): readonly string[] =>
  objectsAt(row, 'governance', 'redactions').map((each) => textAt(each, 'path'));

/** Whether nothing but its id is shown of a record at that moment. */
export function isWithheld({ governance }: JsonObject, now: Date): boolean {
  if (!isObject(governance)) return false;
  if (at(governance, 'classification') !== 'PUBLIC') return true;
  const until = textOf(governance.embargoUntil);
  return until !== undefined && new Date(until) > now;
}

/** Whether what these fields say is what the member has, so that a filter on them can be foretold. */
export function shows(row: Row, fields: readonly string[]): boolean {
  const hidden = withheldPaths(row).map((path) => path.split('.')[0] ?? '');
  return !isWithheld(row, new Date()) && !hidden.some((field) => fields.includes(field));
}

/** The name of a record, or its title, by which it is found. */
export function namePartsOf({ name, title }: JsonObject): NameParts | null {
  const found = name ?? title;
  if (!isObject(found)) return null;
  const text = (part: string) => textOf(found[part]) ?? null;
  return {
    en: text('en'),
    fr: text('fr'),
    ar: text('ar'),
    pt: text('pt'),
    originalLanguage: text('originalLanguage'),
  };
}
