export { entitiesFor } from './entities.ts';
export type { StoredColumn } from './field.ts';
export { type Order, type OrderKeyColumn, storedKey } from './order-columns.ts';
export { linkedRow, rowFrom, type Stored, storedFrom } from './stored-row.ts';
export type { Link, Table } from './table.ts';
export { TYPES, tableOf } from './tables.ts';
export { instantKey } from './updated-instant.ts';
