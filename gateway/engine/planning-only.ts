import type { ApolloGateway } from '@apollo/gateway';
import type { DocumentNode, GraphQLSchema } from 'graphql';
import type { Calling, JsonObject } from '../members/index.ts';

export type Executor = Awaited<ReturnType<ApolloGateway['load']>>['executor'];

export type PlannedQuestion = {
  /** By which its plan is kept, with the name of the operation. */
  readonly queryHash: string;
  readonly query: string;
  readonly document: DocumentNode;
  readonly operationName: string | undefined;
  /** Required ones must be there: they are looked at before the plan is made. */
  readonly variables: JsonObject;
};

/** The stock engine plans only what it is asked; this asks it, and its sources nothing. It is what it reads of Apollo Server's context. */
export function planningOnly(
  schema: GraphQLSchema,
  { queryHash, query, document, operationName, variables }: PlannedQuestion,
): Parameters<Executor>[0] {
  const context: unknown = {
    schema,
    document,
    queryHash,
    source: query,
    operationName: operationName ?? null,
    request: { query, operationName, variables },
    context: NOBODYS,
    logger: { debug() {}, info() {}, warn() {}, error() {} },
    metrics: {},
  };
  return context as Parameters<Executor>[0];
}

const CALLING: Calling = { viewer: 'public', signal: AbortSignal.abort() };
const NOBODYS = { calling: CALLING, plansOnly: true } as const;
