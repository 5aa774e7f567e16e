import type { ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';

/** Stopping without losing a request: what has begun is finished, what is new is refused, and the port stays open until then. */
export class Draining {
  readonly #app: FastifyInstance;
  readonly #open = new Set<ServerResponse>();
  #hasBegun = false;

  constructor(app: FastifyInstance) {
    this.#app = app;
    app.addHook('onRequest', (request, reply, done) => {
      if (this.#hasBegun && request.url.startsWith('/graphql')) reply.code(503).send(SAYS);
      else {
        this.#open.add(reply.raw);
        reply.raw.once('close', () => this.#open.delete(reply.raw));
        done();
      }
    });
  }

  get hasBegun(): boolean {
    return this.#hasBegun;
  }

  async run(limitMs: number): Promise<void> {
    this.#hasBegun = true;
    const late = AbortSignal.timeout(limitMs);
    while (this.#open.size > 0 && !late.aborted) await wait(POLL_MS);
    const closing = this.#app.close();
    this.#app.server.closeAllConnections();
    await closing;
  }
}

const POLL_MS = 10;
const SAYS = { errors: [{ message: 'The gateway is stopping; ask again in a moment.' }] };
