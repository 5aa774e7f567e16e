import type {
  ApolloServerPlugin,
  BaseContext,
  GraphQLRequestContextWillSendResponse,
} from '@apollo/server';
import type { Calling } from '../members/index.ts';
import type { AnswerNoted, Note } from './note.ts';
import type { Cost } from './request-record.ts';

/** What is needed of a request's context. */
export type NotedContext = BaseContext & { readonly calling: Calling; readonly note: Note };

/** Notes what becomes of each question. It stands last among the plugins, so that it sees the answer as it goes out. */
export const noting: ApolloServerPlugin<NotedContext> = {
  requestDidStart: ({ contextValue: { note } }) =>
    Promise.resolve({
      executionDidStart: () => Promise.resolve(note.checked()),
      willSendResponse: (sending) => Promise.resolve(note.answered(answerIn(sending))),
    }),
};

function answerIn({
  queryHash = '',
  operation,
  contextValue: { calling },
  response: { body },
}: GraphQLRequestContextWillSendResponse<NotedContext>): AnswerNoted {
  const result = body.kind === 'single' ? body.singleResult : body.initialResult;
  return {
    queryHash: queryHash.slice(0, HASH_DIGITS),
    operation: operation?.name?.value ?? null,
    viewer: calling.viewer,
    codes: [...new Set((result.errors ?? []).map(({ extensions }) => String(extensions?.code)))],
    cost: parseCost(fieldOf(fieldOf(result.extensions, 'zellige'), 'cost')),
    account: calling.account,
  };
}

const HASH_DIGITS = 16;

function parseCost(cost: unknown): Cost | null {
  const [counted, limit] = [fieldOf(cost, 'cost'), fieldOf(cost, 'limit')];
  return typeof counted === 'number' && typeof limit === 'number' ? { cost: counted, limit } : null;
}

const fieldOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
