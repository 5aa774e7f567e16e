import type { OwnedType, Rows } from '../../../../../subgraphs/kit/rows.ts';

/** Any record, read by column. */
export type Row = Readonly<Record<string, unknown>> & { readonly id: string };
export type Tables = Readonly<Record<OwnedType, readonly Row[]>>;

export const tables = (rows: Rows): Tables => ({
  Organisation: rows.Organisation ?? [],
  Deposit: rows.Deposit ?? [],
  Site: rows.Site ?? [],
  ResourceEstimate: rows.ResourceEstimate ?? [],
  ProductionRecord: rows.ProductionRecord ?? [],
  Policy: rows.Policy ?? [],
  Event: rows.Event ?? [],
});

export const listOf = (value: unknown): readonly string[] => (Array.isArray(value) ? value : []);
export const partOf = (value: unknown, part: string): unknown =>
  value == null ? null : (Reflect.get(Object(value), part) ?? null);
