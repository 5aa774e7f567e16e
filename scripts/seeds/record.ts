import { canonicalDecimal, shiftDecimal, type Unit } from '../../schema/index.ts';
import type {
  CommonRow,
  LocalizedText,
  Provenance,
  PublishedWord,
  Quantity,
} from '../../subgraphs/index.ts';

/** The day on which the sources were taken; every record of the seeds speaks of the sources as they were then. */
export const RETRIEVED_AT = '2026-11-23T00:00:00Z';
export const LAST_CHECK = '2026-11-23';

/** What every record of the seeds has: it is public, in its first revision, and owned by the member that its id names. */
export const record = (id: string, provenance: Provenance): CommonRow => ({
  id,
  home: id.slice(0, id.indexOf(':')),
  revision: 1,
  updatedAt: RETRIEVED_AT,
  provenance,
  governance: { classification: 'PUBLIC', redactions: [] },
});

export const inEnglish = (en: string): LocalizedText => ({ en, originalLanguage: 'EN' });

/** The shortest decimal of a number of the source: no binary noise, no exponent. */
export const decimalOf = (value: number): string => canonicalDecimal(String(value));

/** A measured amount in one of the contract's units; `places` moves the point where the source counts in thousands or millions. */
export const amount = (
  value: number,
  { unit, places = 0 }: UnitWord,
  { basis, flag }: Pick<Quantity, 'basis' | 'flag'>,
): Quantity => ({ value: shiftDecimal(decimalOf(value), places), unit, basis, flag });

/** A unit of a source: the contract's unit, and how many places the point moves to the right. */
export type UnitWord = { readonly unit: Unit; readonly places?: number };

/** Words of a source, each once, without those that are not there. */
export function publishedWords(
  words: readonly (PublishedWord | null | undefined)[],
): readonly PublishedWord[] {
  const there = words.filter((word) => word != null);
  return [...new Map(there.map((each) => [JSON.stringify(each), each])).values()];
}

export const word = (field: string, text: string | null | undefined): PublishedWord | null =>
  text ? { field, word: text } : null;

/** ASCII letters and digits with dashes between: the local part of an id. */
export const slug = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');

/** A source's terms, written beside its seeds; its licence is on each of its rows too. */
export type SourceNotice = {
  readonly source: string;
  readonly publisher: string;
  readonly citation: string;
  readonly url: string;
  readonly licence: string;
  readonly attribution: string;
  readonly retrievedAt: string;
};

/** The provenance of a row of that source; what differs from row to row is given. */
export const provenanceOf = (
  { source, publisher, citation, url, licence }: SourceNotice,
  own: Pick<Provenance, 'method' | 'asOf' | 'confidence'> & Partial<Provenance>,
): Provenance => ({
  source,
  publisher,
  citation,
  url,
  licence,
  retrievedAt: RETRIEVED_AT,
  synthetic: false,
  ...own,
});
