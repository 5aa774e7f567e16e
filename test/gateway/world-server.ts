import { pino } from 'pino';
import type { SharingLimits } from '../../gateway/engine/index.ts';
import type { EngineName } from '../../gateway/engine-name.ts';
import { ENGINES } from '../../gateway/engines.ts';
import { openGateway } from '../../gateway/gateway.ts';
import { readSupergraph } from '../../gateway/index.ts';
import { LIMITS } from '../../gateway/limits/index.ts';
import { openBudget, type Send } from '../../gateway/members/index.ts';
import { refuses } from '../../gateway/refuses.ts';
import { openRequests, type RequestWithOptions } from '../../gateway/request.ts';
import { type Accompany, startServer } from '../../gateway/server/index.ts';
import { readContract } from '../../schema/index.ts';
import { ENGINE } from '../config.ts';
import type { World } from '../world.ts';

export type Told = {
  readonly status: number;
  readonly data?: Readonly<Record<string, unknown>> | null;
  readonly errors?: readonly {
    readonly message: string;
    readonly extensions: Readonly<Record<string, unknown>>;
  }[];
  readonly extensions?: {
    readonly zellige?: { readonly cost?: { readonly cost: number; readonly limit: number } };
  };
};
export type WorldServer = {
  readonly url: string;
  readonly ask: (query: string, variables?: Readonly<Record<string, unknown>>) => Promise<Told>;
  readonly close: () => Promise<void>;
};

type Visited = Pick<World, 'members' | 'send'>;
export type WorldServing = {
  /** How many requests to members one question may make. */
  readonly requestsMax?: number;
  readonly wrap?: (send: Send) => Send;
  /** Those of the tests, where none is named. */
  readonly engine?: EngineName;
  readonly pipeline?: EngineName;
  readonly sharing?: SharingLimits;
  /** Who goes with each question, behind those who refuse it. */
  readonly companions?: readonly Accompany<RequestWithOptions>[];
};

/** The gateway's own server over the members of a world in this process. */
export async function serveWorld(
  { members, send }: Visited,
  {
    requestsMax = LIMITS.memberRequestsMax,
    wrap = (same) => same,
    engine = ENGINE,
    pipeline = engine,
    companions = [],
    sharing,
  }: WorldServing = {},
): Promise<WorldServer> {
  const gateway = await openGateway({
    engine,
    contract: readContract(),
    ...readSupergraph(),
    members: () => members,
    send: wrap(send),
    cursorKey: new Uint8Array(32).fill(7),
    onBroken: () => {},
    silentSince: () => null,
    ...(sharing && { sharing }),
  });
  const requests = openRequests(60_000);
  const served = await startServer(
    {
      engine: { gateway: gateway.engine },
      pipeline,
      context: (asked) => {
        const request = requests.open(asked);
        return { ...request, calling: { ...request.calling, budget: openBudget(requestsMax) } };
      },
      members: () => Promise.resolve([]),
      member: () => Promise.resolve(undefined),
      isReady: () => true,
      onAnswered: () => {},
      metrics: () => Promise.resolve(''),
      validationRules: ENGINES[engine].validationRules,
      companions: [refuses(() => gateway), ...companions],
    },
    {
      ...{ host: '127.0.0.1', port: 0, corsOrigins: [], trustedProxies: [], metricsNetworks: [] },
      ...{ requestsPerMinuteMax: 600, rateLimitLoopback: false },
    },
    pino({ level: 'silent' }),
  );
  return { ...served, ask: (query, variables = {}) => post(served.url, { query, variables }) };
}

async function post(url: string, question: object): Promise<Told> {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(question),
  });
  return { status: response.status, ...((await response.json()) as object) };
}
