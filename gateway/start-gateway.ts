import type { ApolloServerPlugin } from '@apollo/server';
import { GraphQLError } from 'graphql';
import type { Logger } from 'pino';
import { REFUSALS, readContract } from '../schema/index.ts';
import type { Config } from './config.ts';
import type { RequestContext } from './engine/index.ts';
import { type Gateway, openGateway, VIEWER } from './gateway.ts';
import {
  type Directory,
  deadlineIn,
  type JsonObject,
  openAsking,
  openDirectory,
} from './members/index.ts';
import { type Served, type Serving, startServer } from './server/index.ts';
import { readSupergraph } from './supergraph/index.ts';

/** How often every member is asked what it says of itself. */
const ASK_EVERY_MS = 30_000;
const ASK_LIMITS = { connectionsMax: 64, answerBytesMax: 16 * 1024 * 1024 } as const;

/** Starts the gateway over the members of its configuration. It listens before they answer; `/ready` says when they have. */
export async function startGateway(config: Config, logger: Logger): Promise<Served> {
  const asking = openAsking(ASK_LIMITS);
  const directory = openDirectory({
    addresses: config.members,
    send: asking.send,
    deadlineMs: config.deadlineMs,
    everyMs: ASK_EVERY_MS,
    onChange: (member, state, says) => logger.info({ member, state }, says),
  });
  const gateway = await openGateway({
    contract: readContract(),
    ...readSupergraph(),
    members: directory.members,
    send: directory.send,
    silentSince: directory.silentSince,
    cursorKey: config.cursorKey,
    onBroken: (member, says) => logger.warn({ member }, says),
  });
  const served = await startServer(servingOf(gateway, directory, config), config, logger);
  return {
    url: served.url,
    close: async () => {
      directory.close();
      await served.close();
      await asking.close();
    },
  };
}

function servingOf(
  gateway: Gateway,
  directory: Directory,
  config: Config,
): Serving<RequestContext> {
  let isReady = false;
  void directory.askAll().finally(() => {
    isReady = true;
  });
  return {
    engine: { gateway: gateway.engine },
    context: () => ({
      calling: { viewer: VIEWER, signal: deadlineIn(config.deadlineMs) },
    }),
    members: directory.statuses,
    isReady: () => isReady,
    validationRules: [],
    plugins: [refusesBadCursors(gateway)],
  };
}

/** A cursor that is not of its list is refused before anybody is asked. */
const refusesBadCursors = (gateway: Gateway): ApolloServerPlugin<RequestContext> => ({
  requestDidStart: () =>
    Promise.resolve({
      didResolveOperation: ({ document, operationName, request }) => {
        const variables = (request.variables ?? {}) as JsonObject;
        const [name] = gateway.badCursors({ document, operationName, variables });
        if (name === undefined) return Promise.resolve();
        const { says, status } = REFUSALS.BAD_CURSOR;
        const extensions = { code: 'BAD_CURSOR', http: { status } };
        throw new GraphQLError(`${name}: ${says}`, { extensions });
      },
    }),
});
