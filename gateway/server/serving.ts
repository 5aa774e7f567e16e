import type {
  ApolloServerOptionsWithGateway,
  ApolloServerPlugin,
  BaseContext,
} from '@apollo/server';
import type { GraphQLSchema, ValidationRule } from 'graphql';
import type { MemberStatus } from '../members/index.ts';
import type { HttpQuestion } from './http-question.ts';

/** What the server serves. It knows neither members nor engines: whoever starts it passes these in. */
export type Serving<Context extends BaseContext = BaseContext> = {
  /** The engine behind Apollo Server, or a plain schema where there is none. */
  readonly engine:
    | { readonly gateway: ApolloServerOptionsWithGateway<Context>['gateway'] }
    | { readonly schema: GraphQLSchema };
  /** Who asks, and until when; made once per request. */
  readonly context: (asked: HttpQuestion) => Context | Promise<Context>;
  /** How the members stand now. */
  readonly members: () => readonly MemberStatus[];
  /** Whether the schema is served and each member has answered once, or one deadline has passed. Once true, true for good. */
  readonly isReady: () => boolean;
  readonly validationRules: readonly ValidationRule[];
  readonly plugins: readonly ApolloServerPlugin<Context>[];
};

/** Where and for whom it listens. */
export type Listening = {
  readonly host: string;
  readonly port: number;
  readonly corsOrigins: readonly string[];
  readonly trustedProxies: readonly string[];
};

export type Served = {
  /** Address with the port that was given, without a path. */
  readonly url: string;
  /** Finishes what has begun, takes nothing new, and ends within two seconds. */
  readonly close: () => Promise<void>;
};
