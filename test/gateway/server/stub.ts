import { setTimeout as wait } from 'node:timers/promises';
import {
  type ASTVisitor,
  GraphQLError,
  GraphQLInt,
  GraphQLObjectType,
  GraphQLSchema,
  GraphQLString,
  type ValidationContext,
} from 'graphql';
import { pino } from 'pino';
import {
  type Accompany,
  type Listening,
  type MemberRow,
  type Served,
  type Serving,
  startServer,
} from '../../../gateway/server/index.ts';
import { parseMemberCode } from '../../../schema/index.ts';
import { ENGINE } from '../../config.ts';

const SECRET = 'connect ECONNREFUSED 10.1.2.3:3306';

/** A schema of a few fields, each with a fate of its own. */
const SCHEMA = new GraphQLSchema({
  query: new GraphQLObjectType({
    name: 'Query',
    fields: {
      hello: { type: GraphQLString, args: { first: { type: GraphQLInt } }, resolve: () => 'salam' },
      slow: { type: GraphQLString, resolve: () => wait(300, 'at last') },
      broken: {
        type: GraphQLString,
        resolve: () => {
          throw new Error('Query failed', { cause: new Error(SECRET) });
        },
      },
      silent: {
        type: GraphQLString,
        resolve: () => {
          throw new GraphQLError('MA did not answer.', {
            extensions: { code: 'MEMBER_UNAVAILABLE', member: 'MA', serviceName: 'national' },
          });
        },
      },
    },
  }),
});

/** A rule of the kind that the limits are: it refuses before anything is executed. */
const pageSizes = (context: ValidationContext): ASTVisitor => ({
  IntValue: (node) => {
    if (Number(node.value) > 500)
      context.reportError(
        new GraphQLError('`first` is 1 to 500.', {
          nodes: node,
          extensions: { code: 'PAGE_SIZE' },
        }),
      );
  },
});

/** Refuses too, but when it knows the question; like the check of cursors. */
const cursors: Accompany<unknown> = () => ({
  refuses: ({ operationName }) =>
    operationName === 'Forged'
      ? new GraphQLError('Not a cursor.', { extensions: { code: 'BAD_CURSOR' } })
      : undefined,
});

const code = (text: string) => parseMemberCode(text) ?? fail(text);
function fail(text: string): never {
  throw new Error(`Expected a member code, got ${text}.`);
}

export const MEMBERS: readonly MemberRow[] = [
  {
    code: code('MA'),
    name: 'Ministry of <Energy> Transition',
    url: 'http://127.0.0.1:4001/graphql',
    modules: ['MINERALS', 'POLICIES', 'EVENTS'],
    contractVersion: '1.0',
    state: 'ANSWERING',
    records: 1234,
    database: 'SQLite',
    lastAnswerAt: '2026-11-24T08:09:10.111Z',
    roundTripMs: 12,
    breaker: 'CLOSED',
    lastReason: null,
    lastSays: null,
    onTime: 1,
    since: null,
    publication: null,
  },
  {
    code: code('AMSG'),
    name: null,
    url: 'http://127.0.0.1:4002/graphql',
    modules: [],
    contractVersion: null,
    state: 'SILENT',
    records: null,
    database: null,
    lastAnswerAt: null,
    roundTripMs: null,
    breaker: 'OPEN',
    lastReason: 'TIMEOUT',
    lastSays: 'AMSG did not answer <before> the deadline.',
    onTime: 0.25,
    since: '2026-11-24T08:05:00.000Z',
    publication: null,
  },
];

export type Stub = Served & { readonly logged: readonly Record<string, unknown>[] };

export async function serveStub(
  serving: Partial<Serving> = {},
  listening: Partial<Listening> = {},
): Promise<Stub> {
  const logged: Record<string, unknown>[] = [];
  const served = await startServer(
    {
      engine: { schema: SCHEMA },
      pipeline: ENGINE,
      context: () => ({}),
      members: () => Promise.resolve(MEMBERS),
      member: () => Promise.resolve(undefined),
      isReady: () => true,
      onAnswered: () => {},
      metrics: () => Promise.resolve('# nothing\n'),
      validationRules: [pageSizes],
      companions: [cursors],
      ...serving,
    },
    {
      host: '127.0.0.1',
      port: 0,
      corsOrigins: [],
      trustedProxies: [],
      metricsNetworks: ['127.0.0.0/8'],
      requestsPerMinuteMax: 600,
      rateLimitLoopback: false,
      ...listening,
    },
    pino({ level: 'info' }, { write: (line) => logged.push(JSON.parse(line)) }),
  );
  return { ...served, logged };
}
