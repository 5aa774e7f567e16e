import { createHash } from 'node:crypto';
import { parse } from 'graphql';
import { dataOf, type Engine, type RequestContext } from '../../../gateway/engine/index.ts';
import { compose } from '../../../gateway/supergraph/index.ts';

const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.3",
  import: ["@key", "@external", "@requires", "@provides", "@shareable", "@interfaceObject", "@inaccessible"])`;

/** A supergraph of these subgraphs. */
export function supergraphOf(subgraphs: Readonly<Record<string, string>>): string {
  const linked = Object.entries(subgraphs).map(([name, sdl]) => [name, `${LINK} ${sdl}`]);
  const composed = compose(Object.fromEntries(linked));
  if (composed.kind === 'refused') throw new Error(composed.findings.join());
  return composed.supergraph;
}

type Asked = Parameters<Engine['executor']>[0];
export type Question = {
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly operationName?: string;
  readonly context?: Partial<RequestContext>;
};

/** What an engine's executor is given for a question, as Apollo Server gives it. */
export function askedWith(
  engine: Engine,
  { query, variables = {}, operationName, context }: Question,
): Asked {
  const document = parse(query);
  const calling = { viewer: 'public', signal: AbortSignal.timeout(10_000) };
  const asked: unknown = {
    ...{ schema: engine.schema, document, operationName: operationName ?? null, source: query },
    queryHash: createHash('sha256').update(query).digest('hex'),
    request: { query, variables, ...(operationName !== undefined && { operationName }) },
    context: { calling, ...context },
    ...{ cache: new Map(), metrics: {}, overallCachePolicy: {}, logger: console },
  };
  return asked as Asked;
}

/** Its answer: data as a value, and errors as a client could be told them. */
export async function ask(engine: Engine, question: Question) {
  const answer = await engine.executor(askedWith(engine, question));
  const errors = answer.errors?.map(({ message, path, extensions }) => ({
    message,
    path,
    ...extensions,
  }));
  return { data: dataOf(answer), ...(errors && { errors }) };
}
