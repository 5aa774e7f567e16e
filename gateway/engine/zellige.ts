import { GraphQLError } from 'graphql';
import { LRUCache } from 'lru-cache';
import type { RefusalCode } from '../../schema/index.ts';
import { type Calling, type JsonObject, type Source, withShare } from '../members/index.ts';
import {
  clientName,
  compileProgram,
  openPlanner,
  type Planner,
  type PlannerLimits,
  type Program,
} from './compile/index.ts';
import type { Engine, RequestContext } from './engine.ts';
import { engineOver } from './engine-over.ts';
import type { Fetching, SubgraphAsk, SubgraphError } from './execute/index.ts';
import { asksMembers, followedHops } from './followed-hops.ts';
import { joining, openJoinedQuestions } from './joining.ts';
import type { Executor } from './planning-only.ts';
import { TooLong } from './shape/index.ts';
import { ShapedText } from './shaped-text.ts';
import { SHARE_OF_FOLLOWED_HOP } from './share-of-followed-hop.ts';
import { SubgraphRequest } from './subgraph-request.ts';

export type EngineLimits = PlannerLimits & {
  /** Of the text of an answer's data. */
  readonly answerCharactersMax?: number;
};

/**
 * Our own engine over our sources: each operation is compiled once, to a program that takes a plan's steps and writes the answer's text. Only
 * the planner is Apollo's.
 */
export function openZelligeEngine(
  supergraph: string,
  sources: Readonly<Record<string, Source>>,
  limits: EngineLimits = {},
): Promise<Engine> {
  const { answerCharactersMax = ANSWER_CHARACTERS_MAX, ...plannerLimits } = limits;
  const planner = openPlanner(supergraph, plannerLimits);
  const programFor = openPrograms(planner);
  const mayJoin = (service: string) => sources[service]?.takesAnyQuestion === true;
  const joins = { questions: openJoinedQuestions(), mayJoin };
  const executor: Executor = async (asked) => {
    const { request } = asked;
    const context = asked.context as RequestContext;
    const variables = (request.variables ?? {}) as JsonObject;
    const { program, isKept } = programFor(asked);
    const faults = program.faultsOf(variables);
    if (faults.length > 0) return { errors: [...faults] };
    context.note?.planned(isKept ? 'kept' : 'made');
    if (context.plansOnly) return { data: null };
    const fetching = joining(fetchingFrom(sources, context), joins);
    try {
      const executed = await program.execute({
        variables,
        fetching,
        charactersMax: answerCharactersMax,
      });
      return answerOf(executed);
    } catch (error) {
      if (error instanceof TooLong) return { errors: [tooLarge(answerCharactersMax)] };
      throw error;
    }
  };
  const stop = () => Promise.resolve();
  return Promise.resolve(engineOver({ schema: planner.schema, supergraph, executor, stop }));
}

/** Where nobody says. */
const ANSWER_CHARACTERS_MAX = 64 * 1024 * 1024;
/** Characters of the questions whose programs are kept; a program takes some ten times as much. */
const KEPT_CHARACTERS_MAX = 4 * 1024 * 1024;

type AskedProgram = Pick<Parameters<Executor>[0], 'queryHash' | 'document' | 'source' | 'request'>;

function openPrograms(planner: Planner) {
  const kept = new LRUCache<string, Program>({ maxSize: KEPT_CHARACTERS_MAX });
  return ({ queryHash, document, source, request }: AskedProgram) => {
    const operationName = request.operationName ?? undefined;
    const drawn = planner.drawn();
    const key = `${queryHash} ${operationName ?? ''} ${drawn.key}`;
    const known = kept.get(key);
    if (known) return { program: known, isKept: true };
    const program = compileProgram(document, operationName, {
      planner: drawn.planner,
      followed: followedHops,
    });
    kept.set(key, program, { size: source.length + key.length });
    return { program, isKept: false };
  };
}

/** Each subgraph by its source. */
function fetchingFrom(
  sources: Readonly<Record<string, Source>>,
  context: RequestContext,
): Fetching {
  return async (ask) => {
    const source = sources[ask.question.service];
    if (!source) throw new Error(`Expected a source for ${ask.question.service}, got none.`);
    return await source(new SubgraphRequest(ask, callingOf(context, ask)));
  };
}

/** Each fetch is a hop of the request's account, at the place of the answer that it adds to; but those that ask nobody. */
function callingOf({ calling }: RequestContext, { question, path }: SubgraphAsk): Calling {
  const shared = question.isFollowed ? withShare(calling, SHARE_OF_FOLLOWED_HOP) : calling;
  const { account } = calling;
  if (!account || !asksMembers(question.service)) return shared;
  return { ...shared, account, hop: account.openHop(path.map(clientName)) };
}

type Answer = Awaited<ReturnType<Executor>>;

function answerOf({ json, errors }: Awaited<ReturnType<Program['execute']>>): Answer {
  const data = (json === 'null' ? null : new ShapedText(json)) as NonNullable<
    Answer['data']
  > | null;
  return errors.length > 0 ? { data, errors: errors.map(errorOf) } : { data };
}

const errorOf = ({ message, path, extensions, originalError }: SubgraphError): GraphQLError =>
  new GraphQLError(message, {
    path: path ?? null,
    extensions: extensions ?? {},
    originalError: originalError ?? null,
  });

const TOO_LARGE: RefusalCode = 'ANSWER_TOO_LARGE';
const tooLarge = (most: number) =>
  new GraphQLError(
    `Expected an answer of at most ${most} bytes, got more. Ask for fewer fields or a smaller page.`,
    { extensions: { code: TOO_LARGE } },
  );
