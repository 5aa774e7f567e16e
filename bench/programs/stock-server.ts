// Apollo's own gateway in Apollo's own server, as it comes, over any supergraph: `stock-server.ts '{ "port", "supergraph" }'`.
import '../../gateway/no-telemetry.ts';
import { readFileSync } from 'node:fs';
import { ApolloGateway } from '@apollo/gateway';
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import { z } from 'zod';

const GIVEN = z.object({ port: z.number(), supergraph: z.string() });
const { port, supergraph } = GIVEN.parse(JSON.parse(process.argv[2] ?? ''));

const gateway = new ApolloGateway({ supergraphSdl: readFileSync(supergraph, 'utf8') });
const server = new ApolloServer({ gateway });
await startStandaloneServer(server, { listen: { host: '127.0.0.1', port } });
