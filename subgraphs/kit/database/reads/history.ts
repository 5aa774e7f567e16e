import type { Change, Repository } from '../../repository.ts';
import type { OwnedType } from '../../rows.ts';
import type { Run } from '../connection.ts';
import { joined, name, sql } from '../sql.ts';
import { type Stored, TYPES, tableOf } from '../tables/index.ts';
import { countOf } from './count-of.ts';

export async function changes(
  run: Run,
  after: number,
  first: number,
): ReturnType<Repository['changes']> {
  const rows = await run(
    sql`SELECT sequence, kind, type, recordId, revision, at FROM record_change
      WHERE sequence > ${after} ORDER BY sequence LIMIT ${first + 1}`,
  );
  return { changes: rows.slice(0, first).map(parseChange), hasMore: rows.length > first };
}

/** Written by `write` alone, from values of these types. */
const parseChange = ({ sequence, revision, ...words }: Stored) =>
  ({ sequence: Number(sequence), ...words, revision: Number(revision) }) as unknown as Change;

export async function revisions(run: Run, id: string): ReturnType<Repository['revisions']> {
  const rows = await run(
    sql`SELECT revision, body FROM record_revision WHERE recordId = ${id} ORDER BY revision`,
  );
  return rows.map(({ revision, body }) => ({
    revision: Number(revision),
    row: JSON.parse(String(body)),
  }));
}

export async function counts(run: Run): ReturnType<Repository['counts']> {
  const each = TYPES.map(
    (type) => sql`SELECT ${type} AS type, COUNT(*) AS n FROM ${name(tableOf(type).name)}`,
  );
  const rows = await run(joined(each, ' UNION ALL '));
  const countsByType = new Map(rows.map((row) => [row.type, countOf(row)]));
  return TYPES.map((type: OwnedType) => ({ type, count: countsByType.get(type) ?? 0 }));
}
