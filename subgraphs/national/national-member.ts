import { fileURLToPath } from 'node:url';
import type { MemberCode } from '../../schema/index.ts';
import { buildMemberSchema, type MemberDefinition, once, readSeeds } from '../kit/index.ts';
import { profileOf } from './profiles/index.ts';

const SEEDS = fileURLToPath(new URL('seeds', import.meta.url));

/** All states serve the same: the schema is built once for a process, however many run in it. */
const nationalSchema = once(() => buildMemberSchema());

/** The reference member of a state; undefined where the code is not one of the 54. */
export function nationalMember(code: MemberCode): MemberDefinition | undefined {
  const profile = profileOf(code);
  return (
    profile && {
      profile,
      seeds: () => readSeeds(SEEDS, code),
      open: () => Promise.resolve({ schema: nationalSchema(), close: () => Promise.resolve() }),
    }
  );
}
