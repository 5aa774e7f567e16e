import { whenEnded } from '../../members/index.ts';
import { type Exchange, failed, type Wire } from './wire.ts';

/**
 * Asks that are under way. Who asks what somebody asks already waits for the same text; who leaves takes nothing from the others, and with
 * the last one the exchange is abandoned.
 */
export type Flights = {
  readonly join: (key: string, signal: AbortSignal, launch: () => Exchange) => Promise<Wire>;
  /** What is asked from now on joins nothing that was asked before. */
  readonly cut: () => void;
};

type Flight = { readonly exchange: Exchange; waiting: number };

export function openFlights(): Flights {
  let flying = new Map<string, Flight>();
  return {
    cut: () => {
      flying = new Map();
    },
    join: (key, signal, launch) => {
      const here = flying;
      const flight = here.get(key) ?? { exchange: launch(), waiting: 0 };
      const lands = () => {
        if (here.get(key) === flight) here.delete(key);
      };
      if (flight.waiting === 0) {
        here.set(key, flight);
        void flight.exchange.wire.then(lands);
      }
      return waitFor(flight, signal, lands);
    },
  };
}

function waitFor(flight: Flight, signal: AbortSignal, lands: () => void): Promise<Wire> {
  flight.waiting += 1;
  return awaited(flight.exchange, signal, () => {
    flight.waiting -= 1;
    if (flight.waiting > 0) return;
    lands();
    flight.exchange.abandon();
  });
}

/** The wire of an exchange, or silence once the signal ends; `leave` is told of the latter. */
export function awaited({ wire }: Exchange, signal: AbortSignal, leave: () => void): Promise<Wire> {
  return new Promise((resolve) => {
    const forget = whenEnded(signal, () => {
      resolve(TOO_LATE);
      leave();
    });
    void wire.then((came) => {
      forget();
      resolve(came);
    });
  });
}

export const TOO_LATE: Wire = failed('SUBGRAPH_TIMEOUT', 'did not answer before the deadline');
