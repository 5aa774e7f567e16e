import type { ApolloServerOptionsWithGateway } from '@apollo/server';
import type { GraphQLSchema } from 'graphql';
import type { Calling } from '../members/index.ts';
import type { Executor, PlannedQuestion } from './planning-only.ts';

/** A plan is kept from before, or made for this question; or the answer is shared with an equal question that has one. */
export type PlanOrigin = 'kept' | 'made' | 'shared';

/** What a request carries from the server to the sources. */
export type RequestContext = {
  readonly calling: Calling;
  /** Told when the question has a plan. */
  readonly note?: { readonly planned: (plan: PlanOrigin) => void };
  /** Nobody is asked: the plan is made for who asks next. */
  readonly plansOnly?: true;
};

export type ServersGateway = ApolloServerOptionsWithGateway<RequestContext>['gateway'];
/** What Apollo Server takes as its `gateway`, loaded already, with the client's schema. It ends when the server stops it. */
export type Engine = ServersGateway & {
  readonly schema: GraphQLSchema;
  readonly executor: Executor;
  /** Makes the plan of a question that is valid, and keeps it. */
  readonly plan: (question: PlannedQuestion) => Promise<void>;
};
