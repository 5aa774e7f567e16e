export type Json =
  | null
  | boolean
  | number
  | string
  | readonly Json[]
  | { readonly [name: string]: Json };

/** What a plan asks of a subgraph, the same for every request. */
export type SubgraphQuestion = {
  readonly service: string;
  readonly query: string;
  readonly operationName: string | undefined;
  readonly isMutation: boolean;
  /** Whether another hop to members waits for this one. */
  readonly isFollowed: boolean;
};

/** What one request asks of a subgraph. */
export type SubgraphAsk = {
  readonly question: SubgraphQuestion;
  /** The place of the answer that it adds to: names of fields, `@` for each of a list. */
  readonly path: readonly string[];
  /** Those of the client that the question uses. */
  readonly variables: Readonly<Record<string, Json>>;
  /** Entities of which more is asked, each as JSON, no two alike; none where the question is of the root. */
  readonly representations?: readonly string[];
  /** Several lists of them, where several questions are asked as one, by the names of their variables. */
  readonly lists?: Readonly<Record<string, readonly string[]>>;
  /** Reads what comes where it stands as it is wanted; undefined where it does not, and then it is to be parsed. */
  readonly read?: (text: string) => SubgraphAnswer | undefined;
};

export type SubgraphError = {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions?: Readonly<Record<string, unknown>>;
  /** What was thrown, for the log. */
  readonly originalError?: Error;
};
export type SubgraphAnswer = {
  /** Of this request alone: it becomes part of its data. */
  readonly data: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly SubgraphError[];
};

/** Asks a subgraph. What it fails to give is an error of its answer. */
export type Fetching = (ask: SubgraphAsk) => Promise<SubgraphAnswer>;
