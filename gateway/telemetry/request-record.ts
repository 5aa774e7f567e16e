import type { HopRecord, RequestCoverage, Viewer } from '../members/index.ts';

/** What HTTP tells of a request to /graphql when its answer is out. */
export type Answered = {
  /** Null where the client left before its answer was whole. */
  readonly status: number | null;
  readonly tookMs: number;
  /** Of the answer before it is compressed. */
  readonly bytes: number;
  /** Of what was refused before it was read as a question. */
  readonly codes: readonly string[];
};

/** What is known of a question while it is answered; of one that nobody could read, nothing. */
export type Question = {
  /** The beginning of the SHA-256 of its text. The text itself is written nowhere. */
  readonly queryHash: string;
  /** As the document names it. */
  readonly operation: string | null;
  readonly viewer: Viewer;
  /** Codes that its answer names, each once. */
  readonly codes: readonly string[];
  /** As the answer tells it; null where nobody was to be asked. */
  readonly coverage: RequestCoverage | null;
  readonly cost: Cost | null;
  readonly plan: PlanOrigin | null;
  readonly hops: readonly HopRecord[];
  readonly rows: { readonly moved: number; readonly kept: number };
  readonly spent: Spent;
};

/** Kept from before, or made for this question; or members were asked once for this question and an equal one. */
export type PlanOrigin = 'kept' | 'made' | 'shared';

/** Milliseconds of each part; null where it did not come to that. */
export type Spent = {
  readonly checkedMs: number | null;
  readonly plannedMs: number | null;
  readonly executedMs: number | null;
};

export type Cost = { readonly cost: number; readonly limit: number };

export type RequestRecord = Answered & { readonly question: Question | undefined };

/** Codes that an answer names, wherever it was refused; each once. */
export const codesOf = ({ codes, question }: RequestRecord): readonly string[] => [
  ...new Set([...codes, ...(question?.codes ?? [])]),
];
