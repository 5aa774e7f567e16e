import { CLAIMS } from '../../schema/audits/index.ts';
import { code, table } from './markdown.ts';
import type { Section } from './sections.ts';

const PREFACE = [
  'The contract as a program: what a member is asked, one claim each. `zellige verify URL` runs them; the registry runs them when a member',
  'joins, and those that are due at PUBLISH with each extension. The first broken one tells most. A member of an earlier version is judged by its',
  'own; one of a later version by what both know.',
  '',
];

/** Every claim, with a place of its own on the page that a report can lead to. */
export const claims: Section = () => [
  ...PREFACE,
  ...table(
    ['claim', 'level', 'due', 'of', 'what is to be so', 'what to do where it is not'],
    CLAIMS.map(({ id, level, due, module, sentence, remedy }) => [
      `<a id="${id.toLowerCase()}"></a>${code(id)}`,
      level,
      due,
      module ?? 'all',
      sentence,
      remedy,
    ]),
  ),
];
