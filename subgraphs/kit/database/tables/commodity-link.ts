import type { Link } from './table.ts';

/** A row per commodity of a record: lists are filtered, counted and found by them. */
export const commodityLink = (table: string): Link<'Deposit' | 'Site' | 'Policy'> => ({
  table,
  columns: [{ kind: 'key', name: 'commodityCode', bytesMax: 256 }],
  rowsOf: ({ commodityCodes }) => [...new Set(commodityCodes ?? [])].map((code) => [code]),
});
