import type { FastifyBaseLogger } from 'fastify';
import {
  bounding,
  type Engine,
  inTurns,
  openStockEngine,
  openTransport,
  openTurns,
  openZelligeEngine,
  sharing,
  type Transport,
  type Turns,
} from '../engine/index.ts';
import { LIMITS, SHARED_QUESTIONS } from '../limits/index.ts';
import { type Served, startOrdinaryServer } from '../server/index.ts';
import { openCallings } from './open-callings.ts';
import type { ServeOptions } from './read-options.ts';
import { readSupergraph } from './read-supergraph.ts';

export type Started =
  | { readonly kind: 'serving'; readonly served: Served }
  | { readonly kind: 'refused'; readonly says: string };

/** Serves the supergraph of this text as any federation gateway would: none of the contract's rules hold here. */
export async function startServe(
  options: ServeOptions,
  sdl: string,
  logger: FastifyBaseLogger,
): Promise<Started> {
  const reading = readSupergraph(options.supergraph, sdl);
  if (reading.kind === 'refused') return reading;
  const turns = openTurns(LIMITS.turnMsMax);
  const transport = openTransport(reading.subgraphs, TRANSPORT, turns);
  const engine = await openEngine(options, sdl, { ...transport, turns });
  if (engine instanceof Error) {
    await transport.close();
    return { kind: 'refused', says: sentenceOf(options, engine) };
  }
  const callings = openCallings(options.deadlineMs, options.headers);
  const ordinary = {
    ...{ gateway: engine, pipeline: options.engine },
    ...{ context: callings.open, hurry: callings.hurry },
  };
  const served = await startOrdinaryServer(ordinary, options, logger);
  const close = async () => {
    await served.close();
    await transport.close();
  };
  return { kind: 'serving', served: { url: served.url, close } };
}

const TRANSPORT = {
  connectionsMax: LIMITS.memberConnectionsMax,
  answerBytesMax: LIMITS.memberAnswerBytesMax,
  headerBytesMax: LIMITS.memberHeaderBytesMax,
  sharedCharactersMax: LIMITS.documentBytesMax,
} as const;

const ENGINES: Readonly<Record<ServeOptions['engine'], typeof openStockEngine>> = {
  apollo: openStockEngine,
  zellige: (sdl, sources) =>
    openZelligeEngine(sdl, sources, { answerCharactersMax: LIMITS.answerBytesMax }),
};

async function openEngine(
  options: ServeOptions,
  sdl: string,
  { sources, turns }: Transport & { readonly turns: Turns },
): Promise<Engine | Error> {
  try {
    const engine = await ENGINES[options.engine](sdl, sources);
    const bounded = inTurns(bounding(engine, LIMITS.memberRequestsMax), turns);
    return sharing(bounded, SHARED_QUESTIONS, turns);
  } catch (fault) {
    return fault instanceof Error ? fault : new Error(String(fault));
  }
}

/** Of what the planner says, which may be long, the first line without its way of pointing at the next; that one where the first only points. */
function sentenceOf({ supergraph }: ServeOptions, { message }: Error): string {
  const [first = '', second = first] = message.split('\n');
  const line = first.startsWith('one or more checks failed') ? second : first;
  const says = line.replace(/\.*\s*(Caused by:)?$/, '');
  return `${supergraph} is no supergraph that can be served: ${says}.`;
}
