import type { ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import type { FastifyInstance } from 'fastify';
import { LIMITS } from '../limits/index.ts';

/**
 * Stopping without losing a request: what has begun is finished, what is new is refused, and the port stays open until then. Every answer
 * from then on closes its connection, so that no client sends its next question down a socket that is about to go.
 */
export class Draining {
  readonly #app: FastifyInstance;
  readonly #open = new Set<ServerResponse>();
  #hasBegun = false;

  constructor(app: FastifyInstance) {
    this.#app = app;
    app.addHook('onRequest', (request, reply, done) => {
      this.#open.add(reply.raw);
      reply.raw.once('close', () => this.#open.delete(reply.raw));
      if (this.#hasBegun && request.url.startsWith('/graphql')) reply.code(503).send(SAYS);
      else done();
    });
    app.addHook('onSend', (_request, reply, _payload, done) => {
      if (this.#hasBegun) reply.header('connection', 'close');
      done();
    });
  }

  get hasBegun(): boolean {
    return this.#hasBegun;
  }

  async run(hurry: () => void = () => undefined): Promise<void> {
    this.#hasBegun = true;
    await this.#untilAnswered(LIMITS.drainMsMax);
    hurry();
    await this.#untilAnswered(LIMITS.drainAnswersMsMax);
    const closing = this.#app.close(); // no new connection; those that are idle are closed
    await this.#untilAnswered(LIMITS.drainAnswersMsMax);
    this.#app.server.closeAllConnections();
    await closing;
  }

  /** Until all is answered and nobody has asked for a moment: a client may be on its way to the open port. */
  async #untilAnswered(limitMs: number): Promise<void> {
    const late = AbortSignal.timeout(limitMs);
    for (let quietMs = 0; quietMs < QUIET_MS && !late.aborted; quietMs += POLL_MS) {
      await wait(POLL_MS);
      if (this.#open.size > 0) quietMs = 0;
    }
  }
}

const QUIET_MS = 100;
const POLL_MS = 10;
const SAYS = { errors: [{ message: 'The gateway is stopping; ask again in a moment.' }] };
