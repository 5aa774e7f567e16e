import type { Logger } from 'pino';
import { ASK_LIMITS } from './ask-limits.ts';
import { generationBuilder } from './build-generation.ts';
import type { Config } from './config.ts';
import type { Delivered } from './delivered.ts';
import { openTurns, type Turns } from './engine/index.ts';
import type { Gateway } from './gateway.ts';
import {
  type Base,
  type Generations,
  openGenerations,
  type PublishedState,
  stateOver,
} from './generations/index.ts';
import { LIMITS } from './limits/index.ts';
import {
  type Asking,
  checking,
  type Directory,
  type MemberAddress,
  openAsking,
  openDirectory,
  openKeptAnswers,
  type PublishedAddress,
  systemClock,
  toldOnce,
  withoutNewerValues,
} from './members/index.ts';
import { openTelemetry, type Telemetry } from './telemetry/index.ts';

/** How often every member is asked what it says of itself. */
const ASK_EVERY_MS = 30_000;
const GENERATION_LIMITS = {
  drainMsMax: LIMITS.generationDrainMsMax,
  hurriedMsMax: LIMITS.drainAnswersMsMax,
  questionsMax: LIMITS.busyQuestionEntriesMax,
  charactersMax: LIMITS.busyQuestionCharactersMax,
  plansWarmedMax: LIMITS.warmedPlansMax,
  warmMsMax: LIMITS.planWarmingMsMax,
};
const KEPT_LIMITS = {
  entriesMax: LIMITS.vocabularyEntriesMax,
  charactersMax: LIMITS.vocabularyCharactersMax,
  ageMsMax: LIMITS.vocabularyAgeMsMax,
};

/** A gateway without its server: the generations, and what outlives them. */
export type OpenedGenerations = {
  readonly generations: Generations<Gateway>;
  readonly directory: Directory;
  readonly telemetry: Telemetry;
  readonly release: () => Promise<void>;
};

/** Opens the first generation over the members of the configuration and those that have published, which win. */
export async function openGatewayGenerations(
  config: Config,
  logger: Logger,
  from: { readonly delivered: Delivered; readonly state: () => PublishedState },
): Promise<OpenedGenerations> {
  const { delivered } = from;
  const published = from.state();
  const base: Base = { members: config.members, extensions: delivered.extensions };
  const { members } = stateOver(base, published);
  const telemetry = openTelemetry(codesOf(members), logger);
  const turns = openTurns(LIMITS.turnMsMax);
  const asking = openAsking(ASK_LIMITS, { allowsPrivate: config.allowPrivateMembers, turns });
  const lasting = lastingParts({ config, logger, delivered, members, asking, telemetry, turns });
  const { directory } = lasting;
  const release = async () => {
    directory.close();
    telemetry.close();
    await asking.close();
  };
  const generations = await openGenerations({
    base,
    published,
    build: generationBuilder({ ...lasting, extend: delivered.extend, find: directory.find }),
    onSwap: (next) => {
      for (const { code } of goneFrom(directory.members(), next.members)) asking.reset(code);
      telemetry.replace(codesOf(next.members));
      directory.replace(next.members); // who is new is asked at once
    },
    onDrained: ({ ended, now }) => {
      for (const each of goneFrom(ended.members, now.members)) asking.forget(each);
    },
    onRefused: (says) => logger.error({ says }, NOT_BUILT),
    limits: GENERATION_LIMITS,
  });
  return { generations, directory, telemetry, release };
}

const NOT_BUILT = 'A generation was not built; the one before goes on.';
const codesOf = (members: readonly MemberAddress[]) => members.map(({ code }) => code);

/** Members that are none any more, or elsewhere. */
const goneFrom = (before: readonly MemberAddress[], now: readonly MemberAddress[]) =>
  before.filter(({ code, url }) => !now.some((each) => each.code === code && each.url === url));

type Lasting = {
  readonly config: Config;
  readonly logger: Logger;
  readonly delivered: Delivered;
  readonly members: readonly PublishedAddress[];
  readonly asking: Asking;
  readonly telemetry: Telemetry;
  readonly turns: Turns;
};

/** What outlives generations: who the members are, how they answer, and what they said before. */
function lastingParts({ config, logger, delivered, asking, telemetry, ...given }: Lasting) {
  const { members, turns } = given;
  const { contract, supergraph } = delivered;
  const sendCounted = telemetry.inFlight(asking.send);
  const warns = toldOnce((member, says) => logger.warn({ member }, says), systemClock);
  const speaking = { sdl: supergraph.faces.continental ?? '', contract };
  const directory = openDirectory({
    addresses: members,
    send: sendCounted,
    sendAbout: checking(withoutNewerValues(sendCounted, speaking), {
      ...speaking,
      onBroken: warns,
    }),
    contractVersion: contract.version,
    breakerOf: (code) => asking.breakerOf(code).state,
    deadlineMs: config.deadlineMs,
    everyMs: ASK_EVERY_MS,
    onChange: (member, state, says) => logger.info({ member, state }, says),
  });
  return {
    engine: config.engine,
    contract,
    directory,
    turns,
    send: directory.send,
    silentSince: directory.silentSince,
    cursorKey: config.cursorKey,
    kept: openKeptAnswers(KEPT_LIMITS),
    onBroken: (member: string, says: string) => {
      warns(member, says);
      directory.broken(member, says);
    },
  };
}
