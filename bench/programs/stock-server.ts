// Apollo's own gateway in Apollo's own server over any supergraph; it passes credentials on: `stock-server.ts '{ "port", "supergraph" }'`.
import '../../gateway/no-telemetry.ts';
import { readFileSync } from 'node:fs';
import { ApolloGateway, RemoteGraphQLDataSource } from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import { z } from 'zod';

const GIVEN = z.object({ port: z.number(), supergraph: z.string() });
const { port, supergraph } = GIVEN.parse(JSON.parse(process.argv[2] ?? ''));

type Asker = { readonly authorization?: string | undefined };

const gateway = new ApolloGateway({
  supergraphSdl: readFileSync(supergraph, 'utf8'),
  buildService: ({ url }) =>
    new RemoteGraphQLDataSource<Asker>({
      ...(url && { url }),
      willSendRequest: ({ request, context: { authorization } }) => {
        if (authorization) request.http?.headers.set('authorization', authorization);
      },
    }),
});
const server = new ApolloServer<Asker>({ gateway });
await startStandaloneServer(server, {
  context: ({ req }) => Promise.resolve({ authorization: req.headers.authorization }),
  listen: { host: '127.0.0.1', port },
});
