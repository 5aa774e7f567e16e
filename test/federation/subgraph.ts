import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { type ExecutionResult, type GraphQLSchema, graphql, parse } from 'graphql';
import type { FaceAnswer, JsonObject, Source } from '../../gateway/members/index.ts';

export type Row = { readonly [name: string]: unknown };
/** Where there is something within, `at` finds it. */
type Loose = { readonly [name: string]: string };
type Resolve = (parent: Loose & Row, args: Loose & Row) => unknown;
/** What a subgraph gives for a field: always the same, or by its parent and arguments. `ref` finds an entity by its reference. */
export type Gives = { readonly [type: string]: { readonly [field: string]: unknown } };
export type Subgraph = { readonly sdl: string; readonly gives?: Gives };

export const give = (resolve: Resolve): Resolve => resolve;

/** What one subgraph was asked. */
export type Asked = {
  readonly subgraph: string;
  readonly query: string;
  readonly variables: JsonObject;
};

/** A subgraph as anybody would write one: Apollo's library over graphql-js. */
export const schemaOf = ({ sdl, gives = {} }: Subgraph): GraphQLSchema =>
  buildSubgraphSchema({
    typeDefs: parse(sdl),
    resolvers: mapped(gives, (fields) =>
      mapped(fields, (given) => (typeof given === 'function' ? given : () => given)),
    ) as never,
  });

const mapped = <Value, Made>(
  record: Readonly<Record<string, Value>>,
  make: (value: Value) => Made,
): Readonly<Record<string, Made>> =>
  Object.fromEntries(
    Object.entries(record).map(([name, value]) => [
      name === 'ref' ? '__resolveReference' : name,
      make(value),
    ]),
  );

/** It answers in this process, in JSON as over HTTP. */
export function sourceOf(subgraph: string, schema: GraphQLSchema, asked: Asked[] = []): Source {
  const source: Source = async ({ query, variables }) => {
    asked.push({ subgraph, query, variables });
    const result = await answer(schema, query, variables);
    return JSON.parse(JSON.stringify({ data: null, ...result })) as FaceAnswer;
  };
  return Object.assign(source, { takesAnyQuestion: true } as const);
}

const answer = (schema: GraphQLSchema, source: string, variableValues: JsonObject) =>
  graphql({ schema, source, variableValues }) as Promise<ExecutionResult>;

export type ServedSubgraph = {
  readonly url: string;
  readonly close: () => Promise<void>;
};

/** The same over HTTP; `tells` is given the headers of each request. */
export async function serveSubgraph(
  schema: GraphQLSchema,
  tells: (headers: JsonObject) => void = () => undefined,
): Promise<ServedSubgraph> {
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const part of request.setEncoding('utf8')) body += part;
    tells(request.headers as JsonObject);
    const { query, variables } = JSON.parse(body);
    const result = await answer(schema, query, variables ?? {});
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(result));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/graphql`,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}
