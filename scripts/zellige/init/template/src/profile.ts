import type { Profile } from 'zellige-kit';
import { parseMemberCode } from 'zellige-kit/contract';

const code = parseMemberCode('{{CODE}}');
if (!code) throw new Error('Expected the code of a member.');

/** What this member says of itself. */
export const PROFILE: Profile = {
  code,
  // Your agency's name, in each language that it has one in.
  operator: { en: 'The agency of {{name}}', originalLanguage: 'en' },
  // Leave out what you do not offer; an offered module may be empty.
  modules: [{{modules}}],
  // SPDX; what a record's own provenance says goes before it.
  licence: 'CC-BY-4.0',
  contact: null,
};
