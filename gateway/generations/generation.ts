import { setImmediate as nextTurn, setTimeout as wait } from 'node:timers/promises';
import type { GenerationState } from './generation-state.ts';

/** How long a generation waits for what it has begun: to its end, and then for what is written with what it has. */
export type DrainLimits = { readonly drainMsMax: number; readonly hurriedMsMax: number };

/** One loaded supergraph with all that depends on it, from its start until the last request that began on it is answered. */
export class Generation<Gateway> {
  readonly state: GenerationState;
  readonly gateway: Gateway;
  readonly #leases = new Set<() => void>();
  #emptied: () => void = () => undefined;

  constructor(state: GenerationState, gateway: Gateway) {
    this.state = state;
    this.gateway = gateway;
  }

  /** A request begins; what comes back says that it has ended. `hurry` makes it answer with what it has. */
  lease(hurry: () => void): () => void {
    const own = () => hurry();
    this.#leases.add(own);
    return () => {
      this.#leases.delete(own);
      if (this.#leases.size === 0) this.#emptied();
    };
  }

  /** Ends when nothing is under way any more, or time is over. It is no longer the current one, so nothing new begins. */
  async drain({ drainMsMax, hurriedMsMax }: DrainLimits): Promise<void> {
    await nextTurn(); // a request that was given this schema a moment ago takes its lease in the same turn
    await this.#untilEmpty(drainMsMax);
    for (const hurry of this.#leases) hurry();
    await this.#untilEmpty(hurriedMsMax);
  }

  async #untilEmpty(limitMs: number): Promise<void> {
    if (this.#leases.size === 0) return;
    const ending = new AbortController();
    const emptied = new Promise<void>((resolve) => {
      this.#emptied = resolve;
    });
    const late = wait(limitMs, undefined, { signal: ending.signal, ref: false }).catch(
      () => undefined,
    );
    await Promise.race([emptied, late]);
    ending.abort();
  }
}
