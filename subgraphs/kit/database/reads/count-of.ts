import type { Stored } from '../tables/index.ts';

/** A count as a statement gives it: MariaDB's may be text. */
export const countOf = (row: Stored | undefined): number => Number(row?.n ?? 0);
