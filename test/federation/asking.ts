import {
  type DocumentNode,
  type GraphQLError,
  Kind,
  type OperationDefinitionNode,
  parse,
  validate,
} from 'graphql';
import {
  dataOf,
  type Engine,
  openStockEngine,
  openZelligeEngine,
} from '../../gateway/engine/index.ts';
import type { Case } from './case.ts';
import { type Asked, schemaOf, sourceOf } from './subgraph.ts';
import { supergraphOf } from './supergraph.ts';

export const ENGINES = { apollo: openStockEngine, zellige: openZelligeEngine } as const;
export type EngineName = keyof typeof ENGINES;

/** A case that is served by one engine. */
export type Opened = {
  readonly engine: Engine;
  readonly asked: Asked[];
};

export async function open({ subgraphs }: Case, name: EngineName): Promise<Opened> {
  const asked: Asked[] = [];
  const names = Object.keys(subgraphs);
  const sources = Object.fromEntries(
    Object.entries(subgraphs).map(([each, subgraph]) => [
      each,
      sourceOf(each, schemaOf(subgraph), asked),
    ]),
  );
  const sdls = Object.fromEntries(names.map((each) => [each, subgraphs[each]?.sdl ?? '']));
  return { engine: await ENGINES[name](supergraphOf(sdls), sources), asked };
}

export type Told = {
  readonly data: unknown;
  readonly errors: readonly string[];
  readonly messages: readonly string[];
};

/** What an engine answers, its errors by their places. */
export async function ask(engine: Engine, query: string, variables: object = {}): Promise<Told> {
  const document = parse(query);
  const faults = validate(engine.schema, document);
  if (faults.length > 0) throw new Error(faults.map(({ message }) => message).join('\n'));
  const context = contextOf(engine, document, { query, variables });
  const answer = await engine.executor(context).catch(failed);
  const errors = answer.errors ?? [];
  return {
    data: dataOf(answer),
    errors: errors.map(({ path = [] }) => path.join('.')).sort(),
    messages: errors.map(({ message }) => message),
  };
}

/** As a server tells of it. */
const failed = (error: GraphQLError): Awaited<ReturnType<Engine['executor']>> => ({
  errors: [error],
});

export const isInvalid = ({ schema }: Engine, query: string): boolean =>
  validate(schema, parse(query)).length > 0;

type Executed = Parameters<Engine['executor']>[0];

/** As much of Apollo Server's context as an engine reads. */
function contextOf({ schema }: Engine, document: DocumentNode, request: object): Executed {
  const isOperation = (each: object): each is OperationDefinitionNode =>
    'kind' in each && each.kind === Kind.OPERATION_DEFINITION;
  const calling = { viewer: 'public', signal: AbortSignal.timeout(30_000) };
  const { query: source } = request as { readonly query: string };
  const context: unknown = {
    ...{ schema, document, operation: document.definitions.find(isOperation) },
    ...{ operationName: null, queryHash: source, source, request, context: { calling } },
    ...{ cache: new Map(), metrics: {}, overallCachePolicy: {}, logger: QUIET },
  };
  return context as Executed;
}

const QUIET = { debug() {}, info() {}, warn() {}, error() {} };
