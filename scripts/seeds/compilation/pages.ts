import type { Provenance, PublicDocument } from '../../../subgraphs/index.ts';
import { provenanceOf, RETRIEVED_AT, type SourceNotice } from '../record.ts';
import type { CitedPage } from '../sources.ts';

/** Facts read in press and official texts and told in our own words; what they cite is beside each. */
export const NOTICE: SourceNotice = {
  source: 'Zellige compilation of policies, events and organisations',
  publisher: 'Zellige maintainers',
  citation: 'Zellige compilation of policies, events and organisations, 2026.',
  url: 'https://creativecommons.org/licenses/by/4.0/',
  licence: 'CC-BY-4.0',
  attribution: 'Zellige maintainers (2026), CC BY 4.0; the pages cited in each record.',
  retrievedAt: RETRIEVED_AT,
};

/** The press report that names both parties of the memorandum of 24 November 2025. */
const PRESS_ON_THE_MEMORANDUM: CitedPage = {
  name: 'Annahar (ar)',
  url: 'https://www.alnahar.ma/90012.html',
  date: null,
};

/** Pages that a reader can open; a record of which none is left rests on the press report. */
export function openPages(pages: readonly CitedPage[]): readonly CitedPage[] {
  const open = pages.filter(({ url }) => url !== null);
  return open.length > 0 ? open : [PRESS_ON_THE_MEMORANDUM];
}

export const documentsOf = (pages: readonly CitedPage[]): readonly PublicDocument[] =>
  openPages(pages).map(({ name, url }) => ({ title: { en: name, originalLanguage: 'EN' }, url }));

const isWholeDate = (date: string | null): date is string => date !== null && date.length === 10;

/** The day of the newest page that has one: no later than that was the record checked. */
export const newestDay = (pages: readonly CitedPage[]): string | null =>
  openPages(pages)
    .map(({ date }) => date)
    .filter(isWholeDate)
    .sort()
    .at(-1) ?? null;

/** `remarks` are what the contract has no column for: an outcome told in words, a doubt about a date. */
export function provenanceOfPages(
  pages: readonly CitedPage[],
  asOf: string,
  remarks: readonly string[] = [],
): Provenance {
  const open = openPages(pages);
  const cited = open.map(({ name, date }) => (date ? `${name}, ${date}` : name)).join('; ');
  return provenanceOf(NOTICE, {
    method: 'REPORTED',
    asOf: newestDay(pages) ?? asOf,
    confidence: 'MODERATE',
    url: open[0]?.url ?? null,
    citation: [`${cited}.`, ...remarks].join(' '),
  });
}
