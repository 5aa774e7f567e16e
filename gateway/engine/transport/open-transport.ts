import type { Pool } from 'undici';
import type { Calling, FaceRequest, Source } from '../../members/index.ts';
import { awaited, type Flights, openFlights, TOO_LATE } from './flights.ts';
import { openExchange } from './open-exchange.ts';
import { openPools, type PoolLimits } from './pools.ts';
import { bodyOf, openPrepare, type Prepare } from './prepared-text.ts';
import { readAnswer } from './read-answer.ts';
import type { Turns } from './turns.ts';
import type { Exchange, Wire } from './wire.ts';

/** A subgraph as its supergraph names it. */
export type Subgraph = { readonly name: string; readonly url: string };

export type TransportLimits = PoolLimits & {
  /** Of a body that may be shared: to compare longer ones costs more than it saves. */
  readonly sharedCharactersMax: number;
};

export type Transport = {
  /** A source for each subgraph, by its name. */
  readonly sources: Readonly<Record<string, Source>>;
  readonly close: () => Promise<void>;
};

/**
 * Sources to ordinary subgraphs over HTTP. Nobody is asked but at these addresses. What is asked alike at the same time, for the same viewer
 * and with the same headers, is asked once; each asker reads the text for itself, for engines write into what they have read. It belongs to
 * one engine: what one generation asked, no other shares.
 */
export function openTransport(
  subgraphs: readonly Subgraph[],
  limits: TransportLimits,
  turns: Turns = NO_TURNS,
): Transport {
  const pools = openPools(limits);
  const all = { flights: openFlights(), prepare: openPrepare(), limits, turns };
  const sources = subgraphs.map(({ name, url }): readonly [string, Source] => {
    const { origin, pathname, search } = new URL(url);
    const line = { name, pool: pools.at(origin), path: `${pathname}${search}`, ...all };
    return [name, sourceOver(line)];
  });
  return { sources: Object.fromEntries(sources), close: pools.close };
}

const NO_TURNS: Turns = () => undefined;

type Line = {
  readonly name: string;
  readonly pool: Pool;
  readonly path: string;
  readonly flights: Flights;
  readonly prepare: Prepare;
  readonly limits: TransportLimits;
  readonly turns: Turns;
};

function sourceOver(line: Line): Source {
  const source = async (request: FaceRequest) => {
    const wire = await ask(line, request);
    await line.turns();
    return readAnswer(line.name, wire, request.read);
  };
  return Object.assign(source, { takesAnyQuestion: true } as const);
}

function ask(line: Line, request: FaceRequest): Promise<Wire> {
  const { query, operationName, calling } = request;
  if (calling.signal.aborted) return Promise.resolve(TOO_LATE);
  const { head, isMutation } = line.prepare(query, operationName);
  const body = bodyOf(head, variablesTextOf(request));
  const launch = () => post(line, calling, body);
  if (isMutation) return alone(line, calling, launch);
  if (body.length > line.limits.sharedCharactersMax) return untilEnd(retried(launch), calling);
  const key = `${line.name}\n${calling.viewer} ${textOf(calling.forwarded)}\n${body}`;
  return line.flights.join(key, calling.signal, () => retried(launch));
}

/** The headers of a request are the same for each of its asks. */
const texts = new WeakMap<object, string>();
function textOf(forwarded: Calling['forwarded'] = NO_HEADERS): string {
  const text = texts.get(forwarded) ?? JSON.stringify(forwarded);
  texts.set(forwarded, text);
  return text;
}
const NO_HEADERS = {};

/** An engine that has them as text need not write them once more. */
const variablesTextOf = (request: FaceRequest): string =>
  request.variablesText ?? JSON.stringify(request.variables);

/** What is read before a change and what is read after it are not the same. */
async function alone({ flights }: Line, calling: Calling, launch: () => Exchange): Promise<Wire> {
  flights.cut();
  const wire = await untilEnd(launch(), calling);
  flights.cut();
  return wire;
}

const untilEnd = (exchange: Exchange, { signal }: Calling): Promise<Wire> =>
  awaited(exchange, signal, exchange.abandon);

const post = ({ pool, path }: Line, { forwarded }: Calling, body: string): Exchange =>
  openExchange(pool, { path, headers: { ...forwarded, ...HEADERS }, body });

const HEADERS = {
  'content-type': 'application/json',
  accept: 'application/graphql-response+json, application/json;q=0.9',
} as const;

/** A server may close a kept socket just as we write to it; a query is then asked once more. */
function retried(launch: () => Exchange): Exchange {
  let current = launch();
  let isAbandoned = false;
  const wire = current.wire.then((first) => {
    if (first.kind === 'replied' || !first.wasTired || isAbandoned) return first;
    current = launch();
    return current.wire;
  });
  return {
    wire,
    abandon: () => {
      isAbandoned = true;
      current.abandon();
    },
  };
}
