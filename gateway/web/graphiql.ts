import { once } from 'node:events';
import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';

/** Parts of the prebuilt GraphiQL. The package means them to stand in one page; as files of their own they are loaded once. */
export type GraphiqlPart = 'js' | 'css' | 'editorWorkerService' | 'jsonWorker' | 'graphqlWorker';

export const GRAPHIQL_VERSION: string = createRequire(import.meta.url)(
  '@graphql-yoga/render-graphiql/package.json',
).version;

/** One part, compressed by gzip. All are made when the first is asked for. */
export async function graphiqlPart(part: GraphiqlPart): Promise<Uint8Array> {
  packed ??= pack();
  const parts = await packed.catch((fault: unknown) => {
    packed = undefined; // tried again for the next who asks
    throw fault;
  });
  return parts[part];
}

type Packed = Readonly<Record<GraphiqlPart, Uint8Array>>;
let packed: Promise<Packed> | undefined;

async function pack(): Promise<Packed> {
  const worker = new Worker(new URL('./pack-graphiql.js', import.meta.url));
  const [parts] = await once(worker, 'message');
  await worker.terminate();
  return parts;
}
