import type { OwnedType } from '../../rows.ts';
import { listed, name, own, type Sql } from '../sql.ts';
import { TYPES, tableOf } from '../tables/index.ts';

const columns: ReadonlyMap<OwnedType, Sql> = new Map(
  TYPES.map((type) => {
    const fields = tableOf(type).fields.flatMap(({ field }) => field.columns);
    return [type, listed(fields.map((column) => own(column.name)))];
  }),
);

/** The contract's columns of a record; what is derived serves orders and filters alone. */
export const columnsOf = (type: OwnedType): Sql => columns.get(type) ?? listed([]);

export const tableNamed = (type: OwnedType): Sql => name(tableOf(type).name);
