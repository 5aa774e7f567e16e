import { type Clock, systemClock } from '../clock.ts';
import type { MemberAddress, Send } from '../member.ts';
import { type BreakerStatus, type Breakers, openBreakers } from './breaker.ts';
import { limitsAtOnce } from './bulkhead.ts';
import type { Lookup } from './connector.ts';
import { heedsBreaker, sparesOpen } from './heeds-breaker.ts';
import { heedsRetryAfter, openWaits, type Waits } from './heeds-retry-after.ts';
import { type Lines, openLines } from './lines.ts';
import type { Ask } from './outcome.ts';
import { retriesOnce } from './retries-once.ts';
import { sendOverHttp, type Turns } from './send-over-http.ts';
import { withinDeadline } from './within-deadline.ts';

export type Asking = {
  readonly send: Send;
  /** How the breaker of each member stands that has been asked. */
  readonly breakers: () => Readonly<Record<string, BreakerStatus>>;
  readonly breakerOf: (code: string) => BreakerStatus;
  /** Forgets what one member, or every one, has done before. */
  readonly reset: (code?: string) => void;
  /** Of a member that is none any more, or elsewhere: what it has done, what it wished, and the lines to it. */
  readonly forget: (member: MemberAddress) => void;
  readonly close: () => Promise<void>;
};

export type AskLimits = {
  /** Asks of one member at once, each on a socket of its own. */
  readonly connectionsMax: number;
  /** Asks that wait for one of those. */
  readonly waitingAsksMax: number;
  /** Bytes of one answer; a longer one is cut off and refused. */
  readonly answerBytesMax: number;
  readonly headerBytesMax: number;
  /** Lists and objects of an answer within one another. */
  readonly answerDepthMax: number;
  /** Silences in a row before a member is spared. */
  readonly breakerFailuresMax: number;
  /** How long it is spared at first; twice as long after each trial that fails. */
  readonly breakerOpenMsMin: number;
  readonly breakerOpenMsMax: number;
  /** The longest that a member may ask not to be asked. */
  readonly retryAfterMsMax: number;
};

export type AskParts = {
  /** Whether members may be at private addresses, and speak without TLS. */
  readonly allowsPrivate: boolean;
  readonly clock?: Clock;
  /** Finds the addresses of a name; the system's unless told. */
  readonly lookup?: Lookup;
  readonly turns?: Turns;
};

/** Asks members over HTTP, within limits: no redirects, no private addresses unless allowed, and nothing believed of what comes back. */
export function openAsking(limits: AskLimits, parts: AskParts): Asking {
  const clock = parts.clock ?? systemClock;
  const breakers = openBreakers(limits, clock);
  const lines = openLines(limits, parts);
  const waits = openWaits(limits, clock);
  const { turns } = parts;
  const ask = limited({ limits, waits, breakers, lines, turns });
  return {
    send: (...asked) => ask(...asked).then(({ answer }) => answer),
    breakers: breakers.statuses,
    breakerOf: breakers.statusOf,
    reset: breakers.reset,
    forget: ({ code, url }) => {
      breakers.reset(code);
      waits.forget(code);
      lines.forget(url);
    },
    close: lines.close,
  };
}

type Limiting = {
  readonly limits: AskLimits;
  readonly waits: Waits;
  readonly breakers: Breakers;
  readonly lines: Lines;
  readonly turns: Turns | undefined;
};

/**
 * From the outside inwards. Who is spared costs nothing, not even a place in the queue; an ask that has waited for its place is held against
 * the breaker and the member's own wish again, since both may have changed; the breaker sees what the deadline made of an ask; and a second
 * try has no more time than the first.
 */
function limited({ limits, waits, breakers, lines, turns }: Limiting): Ask {
  const sendOn = (own: Lines) => sendOverHttp(own, limits, turns);
  const wraps: readonly ((ask: Ask) => Ask)[] = [
    sparesOpen(breakers),
    limitsAtOnce(limits),
    heedsRetryAfter(waits),
    heedsBreaker(breakers),
    withinDeadline,
    retriesOnce(sendOn({ ...lines, take: lines.open })),
  ];
  return wraps.reduceRight((inner, wrap) => wrap(inner), sendOn(lines));
}
