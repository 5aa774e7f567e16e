import type { OwnedType, RowsByType } from '../../rows.ts';
import type { Run } from '../connection.ts';
import { isAmong, name, sql } from '../sql.ts';
import {
  type Link,
  linkedRow,
  type Stored,
  storedFrom,
  type Table,
  TYPES,
  tableOf,
} from '../tables/index.ts';
import { inChunks } from './chunks.ts';
import { keepTombstones } from './keep-tombstones.ts';
import type { Keeping } from './keeping.ts';
import { markNewest } from './newest.ts';
import type { Plan, Standing } from './plan.ts';

/** Writes down how the records stand now, and what they were. */
export async function keepPlan(
  keeping: Keeping,
  { standing, revisions, changes }: Plan,
  before: ReadonlyMap<string, Standing>,
): Promise<void> {
  for (const type of TYPES) await keepRecords(keeping, type, { standing, before });
  await keepTombstones(keeping, standing, before);
  await keeping.insert(
    'record_revision',
    revisions.map(({ id, revision, type, row }) => ({
      recordId: id,
      revision,
      type,
      body: JSON.stringify(row),
    })),
  );
  await keeping.insert(
    'record_change',
    changes.map((change) => ({ ...change })),
  );
}

type Standings = ReadonlyMap<string, Standing>;
type Turn = { readonly standing: Standings; readonly before: Standings };

async function keepRecords<Type extends OwnedType>(
  keeping: Keeping,
  type: Type,
  { standing, before }: Turn,
): Promise<void> {
  const table = tableOf(type);
  const gone = rowsOf(type, [...standing.keys()], before);
  const rows = rowsOf(type, [...standing.keys()], standing);
  await remove(
    keeping.run,
    table,
    gone.map(({ id }) => id),
  );
  await keeping.insert(
    table.name,
    rows.map((row) => storedFrom(table, row)),
  );
  for (const link of table.links) await keeping.insert(link.table, linkRows(link, rows));
  const { figureOf } = table;
  if (figureOf) await markNewest(keeping.run, table.name, [...gone, ...rows].map(figureOf));
}

function rowsOf<Type extends OwnedType>(
  type: Type,
  ids: readonly string[],
  standing: Standings,
): readonly RowsByType[Type][] {
  return ids.flatMap((id) => {
    const each = standing.get(id);
    return each?.kind === 'there' && each.type === type ? [parseRow<Type>(each.row)] : [];
  });
}

/** A row that stands under its type is of that type. */
const parseRow = <Type extends OwnedType>(row: RowsByType[OwnedType]) => row as RowsByType[Type];

async function remove<Type extends OwnedType>(
  run: Run,
  table: Table<Type>,
  ids: readonly string[],
): Promise<void> {
  for (const chunk of inChunks(ids)) {
    await run(sql`DELETE FROM ${name(table.name)} WHERE ${isAmong(sql`id`, chunk)}`);
    for (const link of table.links)
      await run(sql`DELETE FROM ${name(link.table)} WHERE ${isAmong(sql`recordId`, chunk)}`);
  }
}

const linkRows = <Type extends OwnedType>(
  link: Link<Type>,
  rows: readonly RowsByType[Type][],
): readonly Stored[] =>
  rows.flatMap((row) => link.rowsOf(row).map((values) => linkedRow(link, row.id, values)));
