// Apollo's own gateway as it comes, over ordinary subgraphs: `apollo-gateway.ts '{ "port", "members" }'`.
import { createServer } from 'node:http';
import { ApolloGateway, IntrospectAndCompose } from '@apollo/gateway';
import { ApolloServer, HeaderMap } from '@apollo/server';
import { z } from 'zod';
import { textOf } from './listen.ts';

const GIVEN = z.object({
  port: z.number(),
  members: z.array(z.object({ code: z.string(), url: z.string() })),
});
const { port, members } = GIVEN.parse(JSON.parse(process.argv[2] ?? ''));
const subgraphs = members.map(({ code, url }) => ({ name: code, url }));
const gateway = new ApolloGateway({
  supergraphSdl: new IntrospectAndCompose({ subgraphs }),
});
const server = new ApolloServer({ gateway });
await server.start();

const JSON_HEADERS = new HeaderMap([['content-type', 'application/json']]);

createServer(async (request, response) => {
  if (request.url === '/ready') return void response.end();
  const body: unknown = JSON.parse(await textOf(request));
  const httpGraphQLRequest = { method: 'POST', headers: JSON_HEADERS, search: '', body };
  const { body: answer, status = 200 } = await server.executeHTTPGraphQLRequest({
    httpGraphQLRequest,
    context: () => Promise.resolve({}),
  });
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(answer.kind === 'complete' ? answer.string : '');
}).listen(port, '127.0.0.1');
