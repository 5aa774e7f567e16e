import type { Logger } from 'pino';
import type { Config } from './config.ts';
import { type Delivered, openDelivered } from './delivered.ts';
import { ENGINES } from './engines.ts';
import type { Gateway } from './gateway.ts';
import { type Generations, leasing, type PublishedState } from './generations/index.ts';
import type { Directory } from './members/index.ts';
import { membersTold } from './members-told.ts';
import { openGatewayGenerations } from './open-gateway-generations.ts';
import { openPublishing, type Publishing } from './open-publishing.ts';
import { refuses } from './refuses.ts';
import { keepsOptions, openRequests, type RequestWithOptions } from './request.ts';
import { type Served, type Serving, startServer } from './server/index.ts';
import { type NotedContext, noting, openNote, type Telemetry } from './telemetry/index.ts';
import { tellsCoverage } from './tells-coverage.ts';

/** A gateway that serves, and goes on serving while its members and their extensions change. */
export type Running = Served & { readonly generations: Generations<Gateway> };

/**
 * Starts the gateway. It listens before its members answer; `/ready` says when they have. What members publish is in its registry, unless the
 * caller brings what is published, and there is none.
 */
export async function startGateway(
  config: Config,
  logger: Logger,
  published?: PublishedState,
): Promise<Running> {
  const delivered = openDelivered();
  if (published) return await serve(config, logger, { delivered, state: () => published });
  const publishing = await openPublishing(config, logger, delivered);
  try {
    const running = await serve(config, logger, { delivered, ...publishing });
    publishing.servedBy(running.generations.replace);
    const close = async () => {
      await running.close();
      await publishing.close();
    };
    return { ...running, close };
  } catch (error) {
    await publishing.close(); // nothing stays half started
    throw error;
  }
}

/** What is published, and the registry around it where there is one. */
type PublishedHere = {
  readonly delivered: Delivered;
  readonly state: () => PublishedState;
} & Partial<Pick<Publishing, 'routes' | 'remembers' | 'telling'>>;

async function serve(config: Config, logger: Logger, published: PublishedHere): Promise<Running> {
  const opened = await openGatewayGenerations(config, logger, published);
  const { generations, directory, telemetry, release } = opened;
  try {
    const serving = {
      ...servingOf(generations, directory, config),
      ...observedBy(telemetry, directory),
      ...membersTold({
        statuses: directory.statuses,
        telling: published.telling,
        servedNumber: () => generations.current().state.number,
      }),
    };
    const { remembers, routes } = published;
    const served = await startServer(
      {
        ...serving,
        companions: [...serving.companions, ...(remembers ? [remembers] : [])],
        ...(routes && { registry: routes }),
      },
      config,
      logger,
    );
    const close = async () => {
      await served.close();
      await release();
    };
    return { url: served.url, close, generations };
  } catch (error) {
    await release(); // nothing stays half started
    throw error;
  }
}

type Context = RequestWithOptions & NotedContext;

function servingOf(
  generations: Generations<Gateway>,
  directory: Directory,
  config: Config,
): Omit<Serving<Context>, keyof Observed | 'members' | 'member'> {
  const requests = openRequests(config.deadlineMs);
  let isReady = false;
  void directory.askAll().finally(() => {
    isReady = true;
  });
  return {
    engine: { gateway: generations.engine },
    pipeline: config.engine,
    context: (asked) => ({ ...requests.open(asked), note: openNote() }),
    hurry: requests.hurry,
    isReady: () => isReady,
    validationRules: ENGINES[config.engine].validationRules,
    companions: [
      leasing(generations.lease),
      keepsOptions,
      refuses(generations.of, config),
      tellsCoverage(directory.silentSince),
      noting,
    ],
  };
}

type Observed = Pick<Serving<Context>, 'onAnswered' | 'metrics'>;
const observedBy = (telemetry: Telemetry, directory: Directory): Observed => ({
  onAnswered: (answered, context) => telemetry.answered(answered, context?.note),
  metrics: () => telemetry.metrics(directory.statuses()),
});
