import { ApolloGateway, type GraphQLDataSource } from '@apollo/gateway';
import type { ApolloServerOptionsWithGateway } from '@apollo/server';
import type { GraphQLSchema } from 'graphql';
import type { Calling, FaceAnswer, Json, JsonObject, Source } from '../members/index.ts';

/** What a request carries from the server to the sources. */
export type RequestContext = { readonly calling: Calling };

type ServersGateway = ApolloServerOptionsWithGateway<RequestContext>['gateway'];
/** What Apollo Server takes as its `gateway`, loaded already, with the client's schema. It ends when the server stops it. */
export type Engine = ServersGateway & {
  readonly schema: GraphQLSchema;
  readonly executor: Executor;
};
type Executor = Awaited<ReturnType<ApolloGateway['load']>>['executor'];

/**
 * Apollo's own gateway over our sources. It is given a supergraph and never an address, and telemetry must be off before it is made: it
 * would look for cloud metadata otherwise.
 */
export async function openStockEngine(
  supergraph: string,
  sources: Readonly<Record<string, Source>>,
): Promise<Engine> {
  const gateway = new ApolloGateway({
    supergraphSdl: supergraph,
    logger: QUIET,
    buildService: ({ name }) => dataSource(sourceOf(sources, name)),
  });
  const { schema, executor } = await gateway.load();
  return {
    schema,
    executor,
    load: () => Promise.resolve({ executor }),
    onSchemaLoadOrUpdate: (callback) => {
      callback({ apiSchema: schema, coreSupergraphSdl: supergraph });
      return () => {};
    },
    stop: () => gateway.stop(),
  };
}

const QUIET = { debug() {}, info() {}, warn() {}, error() {} };

function sourceOf(sources: Readonly<Record<string, Source>>, name: string): Source {
  const source = sources[name];
  if (!source) throw new Error(`Expected a source for the subgraph ${name}, got none.`);
  return source;
}

type Process = GraphQLDataSource<RequestContext>['process'];
type Response = Awaited<ReturnType<Process>>;

const dataSource = (source: Source): GraphQLDataSource<RequestContext> => ({
  process: async ({ request, context }) => {
    const variables = (request.variables ?? {}) as JsonObject;
    const answer = await source({
      query: request.query ?? '',
      variables,
      calling: context.calling,
    });
    return responseFrom(answer);
  },
});

/** The engine may write into errors; they are copied. Data is of this request alone. */
const responseFrom = ({ data, errors }: FaceAnswer): Response =>
  ({
    data: data as Record<string, Json> | null,
    ...(errors && { errors: errors.map((each) => ({ ...each })) }),
  }) as Response;
