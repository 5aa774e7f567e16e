import type { LocalizedText } from '../../../subgraphs/kit/rows.ts';
import type { Chance } from '../chance.ts';

/**
 * Texts that a merge gets wrong when it compares by a locale, by UTF-16 or without case: accents written in one code point or in two, marks
 * below and above, signs above U+FFFF beside the private ones below, trailing blanks and tabs, and the wildcards and quotes of SQL.
 */
export const HOSTILE_TEXTS: readonly string[] = [
  'kolwa',
  'Kolwa',
  'KOLWA',
  'kolwa ',
  'kolwa\t',
  ' kolwa',
  'kolwa b',
  'kolwab',
  '\u00c9lan',
  'E\u0301lan',
  'elan',
  'e\u0323\u0301lan',
  'e\u0301\u0323lan',
  '\u1e1ccedilla',
  '\u212bngstrom',
  '\u00c5ngstrom',
  'A\u030angstrom',
  '\u0130zmir',
  '\u0131zmir',
  'stra\u00dfe',
  'STRASSE',
  '\u1e9e',
  '\ufb01ne',
  '\u017fteel',
  'z',
  'zzzz',
  'Zo\u00e9',
  '\ud800\udf48 gothic',
  '\u{1f48e} gem',
  '\u{1f468}\u200d\u{1f469} family',
  '\ue000 private',
  '\uf8ff private',
  '\ufffd replaced',
  '\uff21 wide',
  '\uac00 hangul',
  '\u0645\u0646\u062c\u0645',
  '\u0645\u064e\u0646\u0652\u062c\u064e\u0645',
  '\ufe8e presentation',
  '50%',
  '50_',
  '50x',
  "o'brien",
  'back\\slash',
  '"quoted"',
  '[1]',
  '',
  ' ',
  '\u0301',
  '\u0301a',
  '\u0344a',
  '\u0308\u0301a',
  '__proto__',
  'null',
  '9',
  '10',
];

/** One of few texts nine times in ten, so that ties are the rule; else one that nobody else has. */
export function tiedText(chance: Chance, hot: readonly string[]): string {
  if (chance.happens(0.9)) return chance.oneOf(hot);
  return `${chance.oneOf(HOSTILE_TEXTS)}${chance.below(1000)}`;
}

/** A name in some of the languages; now and then without English, so that the original's counts, and now and then in a language beside the four. */
export function localized(chance: Chance, hot: readonly string[]): LocalizedText {
  const text = tiedText(chance, hot);
  return chance.oneOf<() => LocalizedText>([
    () => ({ en: text, fr: `${text} (fr)`, originalLanguage: 'EN' }),
    () => ({ en: text, ar: `${text} (ar)`, originalLanguage: 'AR', machineTranslated: ['EN'] }),
    () => ({ en: text, originalLanguage: 'FR', pt: `${text} (pt)` }),
    () => ({ fr: text, ar: 'zzz', originalLanguage: 'FR', machineTranslated: [] }),
    () => ({ ar: text, pt: 'aaa', fr: 'mmm', originalLanguage: 'AR' }),
    () => ({ fr: text, pt: 'aaa', originalLanguage: 'SW' }),
  ])();
}
