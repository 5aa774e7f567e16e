/** Why a subgraph gave no answer in GraphQL. */
export type FailureCode =
  | 'SUBGRAPH_UNREACHABLE'
  | 'SUBGRAPH_TIMEOUT'
  | 'SUBGRAPH_STATUS'
  | 'SUBGRAPH_NOT_GRAPHQL'
  | 'SUBGRAPH_TOO_LARGE';

/** What one exchange over HTTP came to: text of which nothing is believed yet, or why there is none. */
export type Wire =
  | { readonly kind: 'replied'; readonly status: number; readonly text: string }
  | Failed;

export type Failed = {
  readonly kind: 'failed';
  readonly code: FailureCode;
  /** Goes on behind the name of the subgraph, as in "could not be reached". */
  readonly says: string;
  /** The socket was closed before anything of an answer had come. */
  readonly wasTired?: true;
};

/** An exchange under way; who has no more use for it abandons it. */
export type Exchange = { readonly wire: Promise<Wire>; readonly abandon: () => void };

export const failed = (code: FailureCode, says: string): Failed => ({ kind: 'failed', code, says });
