import type { Socket } from 'node:net';
import { Client } from 'undici';
import { isAllowedAddress } from './allowed-address.ts';
import { type Connecting, connectorFor } from './connector.ts';

/** A socket to one origin that carries one question at a time and is kept for the next. */
export type Line = {
  readonly client: Client;
  /** The socket that it has now; none before the first question, and none once it is closed. */
  readonly socket: () => Socket | undefined;
};

export type Lines = {
  /** Where to ask at this address; undefined where it may not be asked. Members are few, and each is judged once. */
  readonly placeOf: (url: string) => Place | undefined;
  /** One that is kept, or a new one. */
  readonly take: (origin: string) => Line;
  readonly open: (origin: string) => Line;
  /** Keeps it for the next question. */
  readonly keep: (origin: string, line: Line) => void;
  /** Closes it, with whatever is still coming. */
  readonly drop: (line: Line) => void;
  /** Of an address that is a member's no more: closes the lines to it that are idle, and those in use when they are given back. */
  readonly forget: (url: string) => void;
  readonly close: () => Promise<void>;
};

/** As a request names it: the origin that a line leads to, and the path with what is searched for. */
export type Place = { readonly origin: string; readonly path: string };

function openPlaces({ allowsPrivate }: Connecting) {
  const places = new Map<string, Place | undefined>();
  return {
    of: (url: string) => {
      if (!places.has(url))
        places.set(url, isAllowedAddress(url, allowsPrivate) ? placeIn(url) : undefined);
      return places.get(url);
    },
    forget: (url: string) => void places.delete(url),
  };
}

function placeIn(url: string): Place {
  const { origin, pathname, search } = new URL(url);
  return { origin, path: `${pathname}${search}` };
}

type LineLimits = { readonly answerBytesMax: number; readonly headerBytesMax: number };

/** How many there are is the bulkhead's matter: each ask has one, and gives it back. */
export function openLines(limits: LineLimits, connecting: Connecting): Lines {
  const connect = connectorFor(connecting);
  const places = openPlaces(connecting);
  const idle = new Map<string, Line[]>();
  const all = new Set<Line>();
  const idleAt = (origin: string): Line[] => {
    const known = idle.get(origin) ?? [];
    idle.set(origin, known);
    return known;
  };
  const open = (origin: string): Line => {
    let socket: Socket | undefined;
    const client = new Client(origin, {
      ...optionsFor(limits),
      connect: (options, callback) =>
        connect(options, (...connected) => {
          socket = connected[1] ?? undefined;
          callback(...connected);
        }),
    });
    const line = { client, socket: () => (socket?.destroyed ? undefined : socket) };
    all.add(line);
    return line;
  };
  const drop = (line: Line) => {
    all.delete(line);
    void line.client.destroy();
  };
  return {
    placeOf: places.of,
    open,
    take: (origin) => idleAt(origin).pop() ?? open(origin),
    keep: (origin, line) => {
      const known = idle.get(origin);
      if (known && !line.client.destroyed) known.push(line);
      else drop(line);
    },
    drop,
    forget: (url) => {
      const origin = places.of(url)?.origin ?? '';
      for (const line of idle.get(origin) ?? []) drop(line);
      idle.delete(origin); // another member at the same origin opens new ones
      places.forget(url);
    },
    close: async () => {
      idle.clear();
      await Promise.all([...all].map(({ client }) => client.destroy()));
      all.clear();
    },
  };
}

/** Time is the deadline's matter, total and not idle; hence none here. */
const optionsFor = ({ answerBytesMax, headerBytesMax }: LineLimits): Client.Options => ({
  pipelining: 1,
  maxResponseSize: answerBytesMax,
  maxHeaderSize: headerBytesMax,
  headersTimeout: 0,
  bodyTimeout: 0,
});
