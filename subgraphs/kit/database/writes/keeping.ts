import type { Insert, Run } from '../connection.ts';

/** What a plan is written with, inside its transaction. */
export type Keeping = { readonly run: Run; readonly insert: Insert };
