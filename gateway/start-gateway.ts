import type { Logger } from 'pino';
import { readContract } from '../schema/index.ts';
import { ASK_LIMITS } from './ask-limits.ts';
import type { Config } from './config.ts';
import { type Gateway, openGateway } from './gateway.ts';
import { aliasesShadowNoField, LIMITS } from './limits/index.ts';
import {
  checking,
  type Directory,
  openAsking,
  openDirectory,
  openKeptAnswers,
  systemClock,
  toldOnce,
} from './members/index.ts';
import { withoutSecrets } from './redaction.ts';
import { refuses } from './refuses.ts';
import { keepsOptions, openRequests, type RequestWithOptions } from './request.ts';
import { type Served, type Serving, startServer } from './server/index.ts';
import { readSupergraph } from './supergraph/index.ts';
import {
  type NotedContext,
  noting,
  openNote,
  openTelemetry,
  type Telemetry,
} from './telemetry/index.ts';
import { tellsCoverage } from './tells-coverage.ts';

/** How often every member is asked what it says of itself. */
const ASK_EVERY_MS = 30_000;
const KEPT_LIMITS = {
  entriesMax: LIMITS.vocabularyEntriesMax,
  charactersMax: LIMITS.vocabularyCharactersMax,
  ageMsMax: LIMITS.vocabularyAgeMsMax,
};

/** Starts the gateway over the members of its configuration. It listens before they answer; `/ready` says when they have. */
export async function startGateway(config: Config, logger: Logger): Promise<Served> {
  const codes = config.members.map(({ code }) => code);
  const telemetry = openTelemetry(codes, logger);
  const asking = openAsking(ASK_LIMITS, { allowsPrivate: config.allowPrivateMembers });
  const sendCounted = telemetry.inFlight(asking.send);
  const contract = readContract();
  const supergraph = readSupergraph();
  const warns = toldOnce((member, says) => logger.warn({ member }, says), systemClock);
  const directory = openDirectory({
    addresses: config.members,
    send: sendCounted,
    sendAbout: checking(sendCounted, {
      sdl: supergraph.faces.continental ?? '',
      contract,
      onBroken: warns,
    }),
    breakerOf: (code) => asking.breakerOf(code).state,
    deadlineMs: config.deadlineMs,
    everyMs: ASK_EVERY_MS,
    onChange: (member, state, says) => logger.info({ member, state }, says),
  });
  const gateway = await openGateway({
    contract,
    ...supergraph,
    members: directory.members,
    send: directory.send,
    silentSince: directory.silentSince,
    cursorKey: config.cursorKey,
    kept: openKeptAnswers(KEPT_LIMITS),
    onBroken: (member, says) => {
      warns(member, says);
      directory.broken(member, says);
    },
  });
  const release = async () => {
    directory.close();
    telemetry.close();
    await asking.close();
  };
  try {
    const serving = {
      ...servingOf(gateway, directory, config),
      ...observedBy(telemetry, directory),
    };
    const served = await startServer(serving, config, logger);
    const close = async () => {
      await served.close();
      await release();
    };
    return { url: served.url, close };
  } catch (error) {
    await release(); // nothing stays half started
    throw error;
  }
}

type Context = RequestWithOptions & NotedContext;

function servingOf(
  gateway: Gateway,
  directory: Directory,
  config: Config,
): Omit<Serving<Context>, keyof Observed> {
  const requests = openRequests(config.deadlineMs);
  let isReady = false;
  void directory.askAll().finally(() => {
    isReady = true;
  });
  return {
    engine: { gateway: gateway.engine },
    context: (asked) => ({ ...requests.open(asked), note: openNote() }),
    hurry: requests.hurry,
    members: () => directory.statuses().map(withoutSecrets),
    isReady: () => isReady,
    validationRules: [aliasesShadowNoField],
    plugins: [keepsOptions, refuses(gateway, config), tellsCoverage(directory.silentSince), noting],
  };
}

type Observed = Pick<Serving<Context>, 'onAnswered' | 'metrics'>;
const observedBy = (telemetry: Telemetry, directory: Directory): Observed => ({
  onAnswered: (answered, context) => telemetry.answered(answered, context?.note),
  metrics: () => telemetry.metrics(directory.statuses()),
});
