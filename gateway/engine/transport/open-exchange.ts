import type { Dispatcher, Pool } from 'undici';
import { failureOf } from './failure-of.ts';
import type { Exchange, Wire } from './wire.ts';

export type Posted = {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
};

/**
 * Posts it once. It stands on the pool's own events, for `request` makes a stream of each body, which costs more than all the rest of an
 * exchange. Redirects are not followed.
 */
export function openExchange(pool: Pool, { path, headers, body }: Posted): Exchange {
  let running: Dispatcher.DispatchController | undefined;
  let isAbandoned = false;
  const wire = new Promise<Wire>((resolve) => {
    const reading = openReading(resolve);
    pool.dispatch(
      { path, method: 'POST', headers, body },
      {
        ...reading,
        onRequestStart: (controller) => {
          running = controller;
          if (isAbandoned) controller.abort(ABANDONED);
        },
      },
    );
  });
  return {
    wire,
    abandon: () => {
      isAbandoned = true;
      running?.abort(ABANDONED);
    },
  };
}

const ABANDONED = new Error('Nobody waits for this answer any more.');

/** Keeps what comes, and tells when it is whole; how much that may be is the pool's matter. */
function openReading(tell: (wire: Wire) => void): Dispatcher.DispatchHandler {
  const chunks: Buffer[] = [];
  let status = 0;
  return {
    onResponseStart: (_, statusCode) => {
      status = statusCode;
    },
    onResponseData: (_, chunk) => void chunks.push(chunk),
    onResponseEnd: () => tell({ kind: 'replied', status, text: textOf(chunks) }),
    onResponseError: (_, error) => tell(failureOf(error, status > 0)),
  };
}

function textOf(chunks: readonly Buffer[]): string {
  const [first] = chunks;
  const bytes = first && chunks.length === 1 ? first : Buffer.concat(chunks);
  return bytes.toString('utf8');
}
