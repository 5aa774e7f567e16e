import { type Contract, isState, ownershipOf } from '../../schema/index.ts';
import type { JsonObject } from './json.ts';
import type { Member } from './member.ts';
import type { MissingReason } from './missing-reason.ts';
import { isNewer } from './newer.ts';

/** How a member stands to one scattered field: asked, left out because it can hold no row of it, or missing. */
export type Standing =
  | { readonly kind: 'asked' }
  | { readonly kind: 'pruned' }
  | { readonly kind: 'missing'; readonly reason: MissingReason };

/**
 * A scattered field as it is asked: itself, its arguments, the owned type whose rows it gives, and the shared entity that it stands on.
 * Without the field nobody is left out for an earlier version.
 */
export type ScatteredAsk = {
  readonly field?: { readonly on: string; readonly name: string };
  readonly of: string | undefined;
  readonly args: JsonObject;
  readonly parent?: JsonObject;
};

const ASKED: Standing = { kind: 'asked' };
const PRUNED: Standing = { kind: 'pruned' };

/** Pruning is by owner; by country only where a type's country is its owner, and then bodies are not asked at all. */
export function standing(contract: Contract, member: Member, ask: ScatteredAsk): Standing {
  const { module, atHome } = ownershipOf(contract, ask.of);
  const filter = (ask.args.filter ?? {}) as JsonObject;
  const owners = ask.args.owners ?? filter.owners;
  if (!includes(owners, member.code)) return PRUNED;
  if (atHome && !mayHoldAtHome(member, filter.countries, ask.parent)) return PRUNED;
  if (module && !member.modules.includes(module))
    return { kind: 'missing', reason: 'MODULE_NOT_OFFERED' };
  return isOffered(contract, member, ask) ? ASKED : NOT_OFFERED;
}

const NOT_OFFERED: Standing = { kind: 'missing', reason: 'FIELD_NOT_OFFERED' };

/** A filter that a member does not know excludes it: what it would give is not what was asked. */
function isOffered(contract: Contract, member: Member, { field, args }: ScatteredAsk): boolean {
  const newer = contract.newerThan(member.contractVersion);
  return newer.size === 0 || !field || !isNewer(contract, newer, { ...field, args });
}

/** Of these members, how many a scattered field asks. */
export const howManyAreAsked = (
  contract: Contract,
  members: readonly Member[],
  ask: ScatteredAsk,
): number => members.filter((each) => standing(contract, each, ask).kind === 'asked').length;

function mayHoldAtHome(
  member: Member,
  countries: unknown,
  parent: JsonObject | undefined,
): boolean {
  if (!isState(member.code) || !includes(countries, member.code)) return false;
  return parent?.__typename !== 'Country' || parent.code === member.code;
}

/** Whether a list argument lets a code through; no list lets all through. */
const includes = (codes: unknown, code: string): boolean =>
  codes === null || codes === undefined || (Array.isArray(codes) && codes.includes(code));
