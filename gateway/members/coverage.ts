import type { Position } from '../../schema/index.ts';
import type { Json } from './json.ts';
import type { MissingReason } from './missing-reason.ts';

/** A range of a list whose rows a member may lack: from exclusive, to inclusive; null is the end of the list on that side. */
export type MissedRange = { readonly from: Position | null; readonly to: Position | null };

export type Missing = {
  readonly member: string;
  readonly reason: MissingReason;
  readonly since: string | null;
  readonly range: MissedRange | null;
};

/** Who answered, who did not, and why; members in the order of their codes. */
export type Coverage = {
  readonly complete: boolean;
  readonly answered: readonly string[];
  readonly missing: readonly Missing[];
};

export function coverageOf(answered: readonly string[], missing: readonly Missing[]): Coverage {
  return {
    complete: missing.length === 0,
    answered: [...answered].sort(),
    missing: [...missing].sort((a, b) => (a.member < b.member ? -1 : 1)),
  };
}

/** As the contract has it: positions sealed by `seal`. */
export const coverageJson = (
  { complete, answered, missing }: Coverage,
  seal: (position: Position) => string,
): Json => ({
  complete,
  answered,
  stale: [],
  missing: missing.map(({ member, reason, since, range }) => ({
    member,
    reason,
    since,
    part: null,
    missedRange: range && {
      from: range.from && seal(range.from),
      to: range.to && seal(range.to),
    },
  })),
});
