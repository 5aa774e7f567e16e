import type { BaseContext } from '@apollo/server';
import { assertValidSchema, type GraphQLSchema, type ValidationRule } from 'graphql';
import type { ServedEngine, ServersGateway } from '../serving.ts';
import { openDocuments, type ReadDocument } from './documents.ts';
import { type Execute, executingBy, executingHere } from './execute.ts';

/** A schema with the documents that were read with it: a question belongs to one from beginning to end. */
export type Reading = { readonly schema: GraphQLSchema; readonly readDocument: ReadDocument };

export type OpenEngine<Context> = {
  /** What the next question is read with. */
  readonly reading: () => Reading;
  readonly execute: Execute<Context>;
  readonly stop: () => Promise<void>;
};

export async function openEngine<Context extends BaseContext>(
  engine: ServedEngine<Context>,
  rules: readonly ValidationRule[],
): Promise<OpenEngine<Context>> {
  if ('gateway' in engine) return await openGateway(engine.gateway, rules);
  const reading = readingOf(engine.schema, rules);
  return { reading: () => reading, execute: executingHere, stop: () => Promise.resolve() };
}

async function openGateway<Context extends BaseContext>(
  gateway: ServersGateway<Context>,
  rules: readonly ValidationRule[],
): Promise<OpenEngine<Context>> {
  let current: Reading | undefined;
  const forget = gateway.onSchemaLoadOrUpdate(({ apiSchema }) => {
    current = readingOf(apiSchema, rules); // throws while nothing has changed yet
  });
  const { executor } = await gateway.load({ apollo: {} });
  if (!current || !executor) throw new Error('Expected an engine with a schema, got one without.');
  const first = current;
  return {
    reading: () => current ?? first,
    execute: executingBy(executor),
    stop: async () => {
      forget();
      await gateway.stop();
    },
  };
}

function readingOf(schema: GraphQLSchema, rules: readonly ValidationRule[]): Reading {
  assertValidSchema(schema);
  return { schema, readDocument: openDocuments(schema, rules) };
}
