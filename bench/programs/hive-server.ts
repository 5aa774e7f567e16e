// Hive Gateway over any supergraph, which passes credentials on, from a folder where it is installed: `hive-server.ts '{ "port", "supergraph", "folder" }'`.
import { readFileSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';

const GIVEN = z.object({ port: z.number(), supergraph: z.string(), folder: z.string() });
const { port, supergraph, folder } = GIVEN.parse(JSON.parse(process.argv[2] ?? ''));

/** What is used of it; our own packages do not have its types. */
type Runtime = {
  readonly createGatewayRuntime: (options: Readonly<Record<string, unknown>>) => RequestListener;
};
type Asked = { readonly request: Request };
type Planner = { readonly unifiedGraphHandler: unknown };

const { resolve } = createRequire(join(folder, 'package.json'));
const load = async (name: string): Promise<unknown> => import(pathToFileURL(resolve(name)).href);
const { createGatewayRuntime } = (await load('@graphql-hive/gateway-runtime')) as Runtime;
const { unifiedGraphHandler } = (await load('@graphql-hive/router-runtime')) as Planner;

const gateway = createGatewayRuntime({
  supergraph: readFileSync(supergraph, 'utf8'),
  unifiedGraphHandler,
  propagateHeaders: {
    fromClientToSubgraphs: ({ request }: Asked) => {
      const authorization = request.headers.get('authorization');
      return authorization ? { authorization } : {};
    },
  },
  logging: false,
  landingPage: false,
  graphiql: false,
});
createServer(gateway).listen(port, '127.0.0.1');
