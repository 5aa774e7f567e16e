import '../../../gateway/no-telemetry.ts';
import { type DocumentNode, getOperationAST } from 'graphql';
import {
  dataOf,
  type Engine,
  openStockEngine,
  openZelligeEngine,
  ShapedText,
} from '../../../gateway/engine/index.ts';
import type { Answer } from '../compare/difference.ts';
import type { Question } from './oracle.ts';

export type OpenEngine = typeof openStockEngine;

/** The engines that are held against the oracle. */
export const ENGINES = {
  apollo: openStockEngine,
  zellige: openZelligeEngine,
} as const satisfies Record<string, OpenEngine>;

type Asked = Parameters<Engine['executor']>[0];

/** What an engine answers, with its data as it would go out. */
export async function askEngine(
  engine: Engine,
  question: Question,
  query: string,
): Promise<Answer> {
  const answer = await engine.executor(contextFor(engine, question, query));
  const { data, errors } = answer;
  return {
    text: data instanceof ShapedText ? data.text : JSON.stringify(data ?? null),
    data: dataOf(answer) ?? null,
    errors: (errors ?? []).map(({ message, path }) => ({ message, path })),
  };
}

/** Of Apollo Server's context, what an engine reads. */
function contextFor(engine: Engine, { document, variables }: Question, query: string): Asked {
  const calling = { viewer: 'public', signal: NEVER };
  const context: unknown = {
    ...{ schema: engine.schema, document, operation: operationOf(document), operationName: null },
    ...{ queryHash: query, source: query, request: { query, variables }, context: { calling } },
    ...{ logger: QUIET, cache: new Map(), metrics: {}, overallCachePolicy: {} },
  };
  return context as Asked;
}

const NEVER = new AbortController().signal;
const QUIET = { debug() {}, info() {}, warn() {}, error() {} };

const operationOf = (document: DocumentNode) => getOperationAST(document);
