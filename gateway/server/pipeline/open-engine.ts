import type { BaseContext } from '@apollo/server';
import { assertValidSchema, type GraphQLSchema, type ValidationRule } from 'graphql';
import type { Answer, ReadQuestion } from '../companion.ts';
import type { Fault } from '../errors.ts';
import type { ServedEngine, ServersGateway } from '../serving.ts';
import { openDocuments, type ReadDocument } from './documents.ts';
import { executingBy, executingHere } from './execute.ts';

/** A schema with the documents that were read with it: a question belongs to one from beginning to end. */
export type Reading = { readonly schema: GraphQLSchema; readonly readDocument: ReadDocument };

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
