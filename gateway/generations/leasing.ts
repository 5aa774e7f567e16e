import type { GraphQLSchema } from 'graphql';

/** What is needed of a request's context. */
export type LeasedContext = {
  /** Runs it once, when the answer is out or the client has left. */
  readonly onEnd: (run: () => void) => void;
  /** Makes the request answer with what it has. */
  readonly hurry: () => void;
};

type Lease = (schema: GraphQLSchema, hurry: () => void) => () => void;

/** Holds the generation of a request until its answer is out: the one whose schema its question is read with. */
export const leasing =
  (lease: Lease) =>
  ({ schema, context: { onEnd, hurry } }: Began): Record<string, never> => {
    onEnd(lease(schema, hurry));
    return {};
  };
type Began = { readonly schema: GraphQLSchema; readonly context: LeasedContext };
