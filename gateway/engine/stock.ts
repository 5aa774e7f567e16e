import { ApolloGateway, type GraphQLDataSource } from '@apollo/gateway';
import type { QueryPlan } from '@apollo/query-planner';
import {
  type Calling,
  type FaceAnswer,
  type Json,
  type JsonObject,
  type Source,
  withShare,
} from '../members/index.ts';
import type { Engine, RequestContext } from './engine.ts';
import { engineOver } from './engine-over.ts';
import { asksMembers, followedHops } from './followed-hops.ts';
import { SHARE_OF_FOLLOWED_HOP } from './share-of-followed-hop.ts';

/** Planning cannot be stopped by a clock; these bound its work. Beyond the first it drops options, beyond the second it gives up. */
export type PlannerLimits = { readonly maxEvaluatedPlans?: number; readonly pathsLimit?: number };

/**
 * Apollo's own gateway over our sources. It is given a supergraph and never an address, and telemetry must be off before it is made: it
 * would look for cloud metadata otherwise.
 */
export async function openStockEngine(
  supergraph: string,
  sources: Readonly<Record<string, Source>>,
  plannerLimits: PlannerLimits = {},
): Promise<Engine> {
  const hops = openHops();
  const gateway = new ApolloGateway({
    supergraphSdl: supergraph,
    logger: QUIET,
    experimental_approximateQueryPlanStoreMiB: PLANS_KEPT_MIB,
    queryPlannerConfig: { debug: plannerLimits },
    buildService: ({ name }) => dataSource(sourceOf(sources, name), hopIn(name, hops.callingFor)),
    experimental_didResolveQueryPlan: ({ queryPlan, requestContext: { context } }) => {
      const isKept = hops.planned(context, queryPlan);
      context.note?.planned(isKept ? 'kept' : 'made');
    },
  });
  const { schema, executor } = await gateway.load();
  return engineOver({ schema, supergraph, executor, stop: () => gateway.stop() });
}

/** As their JSON would be long; in memory they take some times as much. */
const PLANS_KEPT_MIB = 10;

const QUIET = { debug() {}, info() {}, warn() {}, error() {} };

function sourceOf(sources: Readonly<Record<string, Source>>, name: string): Source {
  const source = sources[name];
  if (!source) throw new Error(`Expected a source for the subgraph ${name}, got none.`);
  return source;
}

type CallingFor = (calling: Calling, context: object, operation: string) => Calling;
type Hops = {
  /** Whether the plan was kept from before. */
  readonly planned: (context: object, plan: QueryPlan) => boolean;
  readonly callingFor: CallingFor;
};

/** How long each hop of a request may take, by its plan. Plans are kept by the engine and read once. */
function openHops(): Hops {
  const followedIn = new WeakMap<QueryPlan, ReadonlySet<string>>();
  const followed = new WeakMap<object, ReadonlySet<string>>();
  return {
    planned: (context, plan) => {
      const kept = followedIn.get(plan);
      const known = kept ?? followedHops(plan);
      followedIn.set(plan, known);
      followed.set(context, known);
      return kept !== undefined;
    },
    callingFor: (calling, context, operation) =>
      followed.get(context)?.has(operation) ? withShare(calling, SHARE_OF_FOLLOWED_HOP) : calling,
  };
}

type Process = GraphQLDataSource<RequestContext>['process'];
type Response = Awaited<ReturnType<Process>>;

type CallingOf = (asked: Parameters<Process>[0], query: string) => Calling;

const dataSource = (source: Source, callingOf: CallingOf): GraphQLDataSource<RequestContext> => ({
  process: async (asked) => {
    if (asked.context.plansOnly) return { data: null };
    const variables = (asked.request.variables ?? {}) as JsonObject;
    const { query = '', operationName } = asked.request;
    const calling = callingOf(asked, query);
    return responseFrom(await source({ query, operationName, variables, calling }));
  },
});

/** Each fetch is a hop of the request's account, at the place of the answer that it adds to; but those that ask nobody. */
const hopIn =
  (service: string, callingFor: CallingFor): CallingOf =>
  (asked, query) => {
    const { account } = asked.context.calling;
    const calling = callingFor(asked.context.calling, asked.context, query);
    if (!account || !asksMembers(service)) return calling;
    const path = 'pathInIncomingRequest' in asked ? asked.pathInIncomingRequest : undefined;
    return { ...calling, account, hop: account.openHop((path ?? []).map(String)) };
  };

/** The engine may write into errors; they are copied. Data is of this request alone. */
const responseFrom = ({ data, errors }: FaceAnswer): Response =>
  ({
    data: data as Record<string, Json> | null,
    ...(errors && { errors: errors.map((each) => ({ ...each })) }),
  }) as Response;
