import type { Change, Write } from '../../../subgraphs/kit/repository.ts';
import type { OwnedType, RowsByType } from '../../../subgraphs/kit/rows.ts';
import type { GeneratedWorld } from '../rows/generate-world.ts';
import { publicView } from './public-view.ts';

/** Any record, read by column: the contract's columns, `null` or absent where there is none. */
export type Row = Readonly<Record<string, unknown>> & {
  readonly id: string;
  readonly home: string;
};

/** One database of everybody's records, as they stand after all writes, and what each member has changed. */
export type Tables = {
  readonly rows: Readonly<Record<OwnedType, readonly Row[]>>;
  readonly find: (id: unknown) => { readonly type: OwnedType; readonly row: Row } | undefined;
  readonly changes: ReadonlyMap<string, readonly Change[]>;
};

export function tablesOf(members: GeneratedWorld['members']): Tables {
  const standing = new Map<string, { readonly type: OwnedType; readonly row: Row }>();
  const changes = new Map<string, readonly Change[]>();
  for (const { code, writes } of members) {
    const done: Change[] = [];
    for (const write of writes) {
      done.push(changeOf(write, done.length + 1, standing.get(idOf(write))?.row));
      if ('put' in write) standing.set(write.put.id, { type: write.type, row: rowOf(write.put) });
      else standing.delete(write.remove);
    }
    changes.set(code, done);
  }
  const ofType = (type: OwnedType) =>
    [...standing.values()].filter((each) => each.type === type).map(({ row }) => row);
  const rows = {
    Organisation: ofType('Organisation'),
    Deposit: ofType('Deposit'),
    Site: ofType('Site'),
    ResourceEstimate: ofType('ResourceEstimate'),
    ProductionRecord: ofType('ProductionRecord'),
    Policy: ofType('Policy'),
    Event: ofType('Event'),
  };
  return { rows, changes, find: (id) => standing.get(String(id)) };
}

const rowOf = (put: RowsByType[OwnedType]): Row => publicView({ ...put });
const idOf = (write: Write) => ('put' in write ? write.put.id : write.remove);

function changeOf(write: Write, sequence: number, before: Row | undefined): Change {
  const { type } = write;
  if ('put' in write) {
    const { id, revision, updatedAt } = write.put;
    return {
      sequence,
      type,
      recordId: id,
      revision,
      at: updatedAt,
      kind: before ? 'CORRECTED' : 'CREATED',
    };
  }
  const revision = Number(before?.revision ?? 0) + 1;
  return { sequence, type, recordId: write.remove, revision, at: write.at, kind: 'DELETED' };
}
