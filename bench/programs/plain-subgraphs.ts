// Four ordinary subgraphs in one process, each with a list of its own.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { buildSubgraphSchema } from '@apollo/subgraph';
import { graphql, parse } from 'graphql';
import { z } from 'zod';
import { answering } from '../processes/index.ts';
import { listen, textOf } from './listen.ts';

const CODES = ['a', 'b', 'c', 'd'];
const ROWS = 50;
const REQUEST = z.object({
  query: z.string(),
  variables: z.record(z.string(), z.unknown()).nullish(),
});

let hanging: unknown = null;
const held = new Set<ServerResponse>();

const subgraphs = await Promise.all(
  CODES.map(async (code) => {
    const serve = subgraph(code);
    const url = await listen((request, response) => {
      if (code === hanging) {
        request.resume();
        held.add(response);
      } else void serve(request, response);
    });
    return { code, url };
  }),
);

function subgraph(code: string) {
  const schema = buildSubgraphSchema(
    parse(`type Query { ${code}: [Row${code}!] } type Row${code} { id: ID! status: String }`),
  );
  const rows = Array.from({ length: ROWS }, (_, row) => ({ id: `${code}:${row}`, status: 'OK' }));
  return async (request: IncomingMessage, response: ServerResponse) => {
    const { query, variables } = REQUEST.parse(JSON.parse(await textOf(request)));
    const rootValue = { [code]: rows };
    const variableValues = variables ?? null;
    const answer = await graphql({ schema, source: query, rootValue, variableValues });
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
  };
}

answering({
  members: () => subgraphs,
  hangs: (code) => {
    hanging = code;
  },
  hangUp: () => {
    for (const response of held) response.destroy();
    held.clear();
  },
});
