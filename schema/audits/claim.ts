import type { Module } from '../index.ts';
import type { Asking } from './asking.ts';

/**
 * What a check found; `saw` is one sentence on what the member did.
 *
 * @public
 */
export type Seen = {
  readonly outcome: 'KEPT' | 'BROKEN' | 'NOT_APPLICABLE';
  readonly saw: string;
};

/**
 * One sentence of the contract as a program. Checks only read.
 *
 * @public
 */
export type Claim = {
  /** Never changes, once published; the sentence may. */
  readonly id: string;
  /** What breaks a MUST would harm neighbours or readers; what breaks a SHOULD is worse than it could be. */
  readonly level: 'MUST' | 'SHOULD';
  /** PUBLISH: what an extension can change, so that it is looked at with each one. JOIN: looked at when a member, its URL or its modules are new. */
  readonly due: 'JOIN' | 'PUBLISH';
  /** Only members that offer it are looked at; null for all. */
  readonly module: Module | null;
  /** What is to be so. */
  readonly sentence: string;
  /** What to do where it is not. */
  readonly remedy: string;
  readonly check: (asking: Asking) => Promise<Seen>;
  /** It measures time: looked at when all others have ended, by itself. */
  readonly isTimed?: true;
};

/**
 * Where a reader finds more on a claim.
 *
 * @public
 */
export const claimPage = (id: string): string => `docs/contract.md#${id.toLowerCase()}`;

/** Looked at when a member joins, of all members. */
export const MUST = { level: 'MUST', due: 'JOIN', module: null } as const;
export const SHOULD = { level: 'SHOULD', due: 'JOIN', module: null } as const;
/** Looked at with each extension too. */
export const MUST_AT_PUBLICATION = { level: 'MUST', due: 'PUBLISH', module: null } as const;
export const SHOULD_AT_PUBLICATION = { level: 'SHOULD', due: 'PUBLISH', module: null } as const;

export const kept = (saw: string): Seen => ({ outcome: 'KEPT', saw });
export const broken = (saw: string): Seen => ({ outcome: 'BROKEN', saw });
/** The member has nothing by which it could be told: no such rows, no such module. */
export const notApplicable = (saw: string): Seen => ({ outcome: 'NOT_APPLICABLE', saw });

const SHOWN = 3;
/** Kept where there are no faults, with this sentence; else broken, with the first of them. */
export function keptUnless(faults: readonly string[], saw: string): Seen {
  if (faults.length === 0) return kept(saw);
  const more = faults.length > SHOWN ? ` And ${faults.length - SHOWN} more.` : '';
  return broken(`${faults.slice(0, SHOWN).join(' ')}${more}`);
}
