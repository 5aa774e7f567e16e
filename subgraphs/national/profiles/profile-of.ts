import type { MemberCode } from '../../../schema/index.ts';
import { parseMemberCode } from '../../../schema/index.ts';
import type { Profile } from '../../kit/index.ts';
import { operatorOf } from './operator.ts';
import { STATES, type StateName } from './states.ts';

const NAMES: ReadonlyMap<string, StateName> = new Map(Object.entries(STATES));

/** The codes of the 54 states, by alphabet. */
export const STATE_CODES: readonly MemberCode[] = [...NAMES.keys()]
  .flatMap((code) => parseMemberCode(code) ?? [])
  .sort();

/** A state's profile; undefined where the code is not one of the 54. */
export function profileOf(code: MemberCode): Profile | undefined {
  const name = NAMES.get(code);
  if (!name) return undefined;
  return {
    code,
    operator: operatorOf(name),
    modules: ['MINERALS', 'POLICIES', 'EVENTS'],
    licence: 'CC-BY-4.0',
    contact: null,
  };
}
