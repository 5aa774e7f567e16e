import type { OwnedType } from '../../rows.ts';
import { listed, name, own, type Sql } from '../sql.ts';
import { tableOf } from '../tables/index.ts';

/** The contract's columns of a record; what is derived serves orders and filters alone. */
export const columnsOf = (type: OwnedType): Sql =>
  listed(
    tableOf(type).fields.flatMap(({ field }) => field.columns.map((column) => own(column.name))),
  );

export const tableNamed = (type: OwnedType): Sql => name(tableOf(type).name);
