import type { BaseContext } from '@apollo/server';
import { execute, type GraphQLSchema } from 'graphql';
import type { Answer, ReadQuestion } from '../companion.ts';
import type { Fault } from '../errors.ts';
import type { ServersGateway } from '../serving.ts';

/** A question with all that an engine wants to know of it. */
export type Executed<Context> = {
  readonly question: ReadQuestion;
  readonly text: string;
  readonly schema: GraphQLSchema;
  readonly context: Context;
};

/** What comes of it: no data where it was not begun. */
export type Executing = {
  readonly data?: Answer['data'];
  readonly errors?: readonly Fault[];
  readonly extensions?: Answer['extensions'];
};
export type Execute<Context> = (executed: Executed<Context>) => Promise<Executing>;

/** Executes a question over the schema itself, where no gateway stands behind the server. */
export const executingHere: Execute<unknown> = async ({ question, schema, context }) =>
  await execute({
    schema,
    document: question.document,
    operationName: question.operationName,
    variableValues: question.variables,
    contextValue: context,
  });

type Executor = NonNullable<Awaited<ReturnType<ServersGateway<BaseContext>['load']>>['executor']>;
type GatewaysQuestion = Parameters<Executor>[0];

/** Has a gateway execute a question, and gives it what gateways read of Apollo Server's context. */
export const executingBy =
  (executor: Executor): Execute<unknown> =>
  ({ question, text, schema, context }) => {
    const { document, operation, operationName, queryHash, variables } = question;
    const asked: unknown = {
      schema,
      document,
      operation,
      queryHash,
      source: text,
      operationName,
      request: { query: text, operationName: operationName ?? undefined, variables },
      context,
      logger: QUIET,
      metrics: {},
    };
    return executor(asked as GatewaysQuestion);
  };

const QUIET = { debug() {}, info() {}, warn() {}, error() {} };
