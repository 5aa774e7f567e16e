import { fileURLToPath } from 'node:url';
import { compareBytes } from '../../schema/index.ts';
import { type LocalizedText, readJson } from '../kit/index.ts';

/** A country and a commodity as the vocabulary has them, in the columns of `amsg.graphql`; `broader` holds codes. */
export type CountryEntry = {
  readonly code: string;
  readonly name: LocalizedText;
  readonly [column: string]: unknown;
};
export type CommodityEntry = {
  readonly code: string;
  readonly name: LocalizedText;
  readonly broader?: readonly string[] | null;
  readonly criticality?: readonly { readonly list: string }[] | null;
  readonly [column: string]: unknown;
};

/** Entries by alphabet of their codes, and one by its code. */
export type Vocabulary<Entry> = {
  readonly entries: readonly Entry[];
  readonly byCode: ReadonlyMap<string, Entry>;
};

const FOLDER = new URL('seeds/', import.meta.url);

export const readCountries = (): Vocabulary<CountryEntry> => vocabularyOf(readEntries('countries'));
export const readCommodities = (): Vocabulary<CommodityEntry> =>
  vocabularyOf(readEntries('commodities'));

function readEntries<Entry extends CountryEntry | CommodityEntry>(name: string): readonly Entry[] {
  const value = readJson(fileURLToPath(new URL(`${name}.json`, FOLDER)));
  if (Array.isArray(value)) return value as readonly Entry[];
  throw new Error(`Expected a list of ${name} in the seeds of AMSG, got ${typeof value}.`);
}

function vocabularyOf<Entry extends { readonly code: string }>(
  entries: readonly Entry[],
): Vocabulary<Entry> {
  const sorted = [...entries].sort((a, b) => compareBytes(a.code, b.code));
  return { entries: sorted, byCode: new Map(sorted.map((entry) => [entry.code, entry])) };
}
