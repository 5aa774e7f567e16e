import type { LocalizedText } from '../../../subgraphs/index.ts';

type Names = {
  readonly en?: string | undefined;
  readonly fr?: string | undefined;
  readonly ar?: string | undefined;
  readonly pt?: string | undefined;
};
const LANGUAGES = ['en', 'fr', 'ar', 'pt'] as const;

/** A text in the languages that it is there in; the first of them is taken as its original. */
export function textOf(names: Names): LocalizedText {
  const there = LANGUAGES.filter((language) => names[language] !== undefined);
  return {
    ...Object.fromEntries(there.map((language) => [language, names[language]])),
    originalLanguage: there[0]?.toUpperCase() ?? null,
  };
}
