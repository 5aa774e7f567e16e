import type { BaseContext } from '@apollo/server';
import { execute } from 'graphql';
import type { ServersGateway } from '../serving.ts';
import type { Execute } from './open-engine.ts';

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
