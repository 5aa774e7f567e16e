import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { buildMemberSchema, type MemberDefinition, readSeeds } from 'zellige-kit';
import { PROFILE } from './profile.ts';
import { RESOLVERS } from './resolvers.ts';

export const EXTENSION = readFileSync(new URL('extension.graphql', import.meta.url), 'utf8');

const SEEDS = fileURLToPath(new URL('../seeds', import.meta.url));

/** This member. Its seeds are read while its database is empty: every `{{CODE}}.json` below `seeds/`. */
export const MEMBER: MemberDefinition = {
  profile: PROFILE,
  seeds: () => readSeeds(SEEDS, PROFILE.code),
  open: () =>
    Promise.resolve({
      schema: buildMemberSchema({ sdl: EXTENSION, resolvers: RESOLVERS }),
      close: () => Promise.resolve(),
    }),
};
