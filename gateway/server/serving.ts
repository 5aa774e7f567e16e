import type { ApolloServerOptionsWithGateway, BaseContext } from '@apollo/server';
import type { FastifyInstance, FastifyRequest, RouteHandlerMethod } from 'fastify';
import type { GraphQLSchema, ValidationRule } from 'graphql';
import type { Accompany } from './companion.ts';
import type { Format } from './errors.ts';
import type { HttpQuestion } from './http-question.ts';
import type { MemberDetail, MemberRow } from './member-row.ts';

/** What the server serves. It knows neither members nor engines: whoever starts it passes these in. */
export type Serving<Context extends BaseContext = BaseContext> = {
  readonly engine: ServedEngine<Context>;
  readonly pipeline: Pipeline;
  /** Who asks, and until when; made once per request. */
  readonly context: (asked: HttpQuestion) => Context;
  /** Told when a stop can wait no longer: what is under way answers with what it has. */
  readonly hurry?: () => void;
  /** How the members stand now. */
  readonly members: () => Promise<readonly MemberRow[]>;
  /** One of them, with all that it published; undefined where there is no such member. */
  readonly member: (code: string) => Promise<MemberDetail | undefined>;
  /** Whether the schema is served and each member has answered once, or one deadline has passed. Once true, true for good. */
  readonly isReady: () => boolean;
  /** Told once of each request to /graphql, with its context where one was made. */
  readonly onAnswered: (answered: OnHttp, context: Context | undefined) => void;
  /** What operators count, as Prometheus reads it. */
  readonly metrics: () => Promise<string>;
  /** Routes of the registry, under /registry; none where there is no registry. */
  readonly registry?: (app: FastifyInstance) => void;
  readonly validationRules: readonly ValidationRule[];
  /** Go with each question, in their order. */
  readonly companions: readonly Accompany<Context>[];
};

/** What executes: a gateway as Apollo Server takes it, or the server itself over a schema. */
export type ServedEngine<Context extends BaseContext> =
  | { readonly gateway: ServersGateway<Context> }
  | { readonly schema: GraphQLSchema };
export type ServersGateway<Context extends BaseContext> =
  ApolloServerOptionsWithGateway<Context>['gateway'];

/** What reads questions and writes answers, one like the other: Apollo Server, or a handler of our own that costs a fraction of it. */
export type Pipeline = 'apollo' | 'zellige';

/** What a pipeline needs of what is served. */
export type Piped<Context extends BaseContext> = Pick<
  Serving<Context>,
  'engine' | 'pipeline' | 'context' | 'validationRules' | 'companions'
> & {
  /** Told when a request has its context. */
  readonly began: (request: FastifyRequest, context: Context) => void;
  readonly format: Format;
};
/** What a pipeline is: it answers requests to /graphql, and stops its engine when asked to. */
export type Handling = { readonly handler: RouteHandlerMethod; readonly stop: () => Promise<void> };

/** What HTTP tells of a request to /graphql when its answer is out. */
export type OnHttp = {
  /** Null where the client left before its answer was whole. */
  readonly status: number | null;
  readonly tookMs: number;
  /** Of the answer before it is compressed. */
  readonly bytes: number;
  /** Of what was refused before it was read as a question. */
  readonly codes: readonly string[];
};

/** Where and for whom it listens. */
export type Listening = {
  readonly host: string;
  readonly port: number;
  readonly corsOrigins: readonly string[];
  readonly trustedProxies: readonly string[];
  readonly metricsNetworks: readonly string[];
  /** Of one client address. */
  readonly requestsPerMinuteMax: number;
  /** Whether this machine's own requests are counted too. */
  readonly rateLimitLoopback: boolean;
};

export type Served = {
  /** Address with the port that was given, without a path. */
  readonly url: string;
  /** Finishes what has begun, takes nothing new, and ends within two seconds. */
  readonly close: () => Promise<void>;
};
