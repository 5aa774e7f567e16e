import type { Change, Write } from '../../repository.ts';
import type { OwnedType, RowsByType } from '../../rows.ts';
import { refused } from '../refused.ts';

/** A record as it stands: there, or deleted with the revision that deleted it. */
export type Standing =
  | { readonly kind: 'there'; readonly type: OwnedType; readonly row: RowsByType[OwnedType] }
  | {
      readonly kind: 'deleted';
      readonly type: OwnedType;
      readonly revision: number;
      readonly at: string;
    };

export type Revision = {
  readonly id: string;
  readonly revision: number;
  readonly type: OwnedType;
  readonly row: RowsByType[OwnedType];
};

/** What writes make of records: how each then stands, the revisions that are no more, and the changes in order. */
export type Plan = {
  readonly standing: ReadonlyMap<string, Standing>;
  readonly revisions: readonly Revision[];
  readonly changes: readonly Change[];
};

/** Plays the writes, one after another, over what is there; throws where one of them cannot be, and then none is done. */
export function planWrites(
  writes: readonly Write[],
  before: ReadonlyMap<string, Standing>,
  sequence: number,
): Plan {
  const standing = new Map<string, Standing>();
  const revisions: Revision[] = [];
  const changes = writes.map((write, place) => {
    const id = idOf(write);
    const was = standing.get(id) ?? before.get(id);
    if (was?.kind === 'there')
      revisions.push({ id, revision: was.row.revision, type: was.type, row: was.row });
    standing.set(id, standingAfter(write, was));
    return { sequence: sequence + place, ...changeOf(write, was) };
  });
  return { standing, revisions, changes };
}

export const idOf = (write: Write): string => ('put' in write ? write.put.id : write.remove);

function standingAfter(write: Write, was: Standing | undefined): Standing {
  const { type } = write;
  if (was && was.type !== type)
    throw refused('BAD_VALUE', `Expected ${idOf(write)} as ${was.type}, which it is, got ${type}.`);
  if ('put' in write) return { kind: 'there', type, row: risen(write.put, was) };
  if (was?.kind !== 'there')
    throw refused('BAD_VALUE', `Expected a record ${write.remove} to delete; there is none.`);
  return { kind: 'deleted', type, revision: was.row.revision + 1, at: write.at };
}

const revisionOf = (was: Standing | undefined): number => {
  if (!was) return 0;
  return was.kind === 'there' ? was.row.revision : was.revision;
};

/** A revision rises for good: one who harvests takes the highest as the newest. */
function risen(row: RowsByType[OwnedType], was: Standing | undefined): RowsByType[OwnedType] {
  const before = revisionOf(was);
  if (!Number.isSafeInteger(row.revision) || row.revision <= before)
    throw refused(
      'BAD_VALUE',
      `Expected a revision of ${row.id} above ${before}, got ${row.revision}; raise it with each correction.`,
    );
  return row;
}

function changeOf(write: Write, was: Standing | undefined): Omit<Change, 'sequence'> {
  const { type } = write;
  const recordId = idOf(write);
  if (!('put' in write))
    return { kind: 'DELETED', type, recordId, revision: revisionOf(was) + 1, at: write.at };
  const { revision, updatedAt } = write.put;
  const kind = was?.kind === 'there' ? 'CORRECTED' : 'CREATED';
  return { kind, type, recordId, revision, at: updatedAt };
}
