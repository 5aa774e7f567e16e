import { type Calling, CLIENT_GONE, whenEnded } from '../members/index.ts';
import type { Engine, RequestContext } from './engine.ts';
import { withExecutor } from './engine-over.ts';
import type { Executor } from './planning-only.ts';
import type { Turns } from './transport/index.ts';

export type SharingLimits = {
  /** A question that began longer ago is joined no more: what it has read is older. */
  readonly joinMsMax: number;
  /** Of a question with its variables: to compare longer ones costs more than it saves. */
  readonly sharedCharactersMax: number;
};

/**
 * The same engine, but who asks what somebody else has just asked, as the same viewer, with the same headers and for as long, is given the same
 * answer, and its account is that one's. A crowd of dashboards is one question then. Nothing is kept: a question that has been answered is asked
 * anew; and a mutation parts what came before it from what comes after.
 */
export function sharing(engine: Engine, limits: SharingLimits, turns?: Turns): Engine {
  let flights = new Map<string, Flight>();
  const cut = () => {
    flights = new Map();
  };
  const executor: Executor = async (asked) => {
    const context = asked.context as RequestContext;
    if (asked.operation?.operation !== 'query' || context.plansOnly) {
      cut();
      return await engine.executor(asked).finally(cut);
    }
    const key = keyOf(asked, context.calling);
    if (key.length > limits.sharedCharactersMax) return await engine.executor(asked);
    const known = flights.get(key);
    const isOpen = known && isOpenTo(known, context, limits);
    const flight = isOpen ? known : depart(engine, asked, context);
    if (isOpen) follow(flight, context);
    else lands(flights, key, flight);
    const answer = await wait(flight, context);
    await turns?.(); // a crowd is not answered all at once
    return answer;
  };
  return withExecutor(engine, executor);
}

type Asked = Parameters<Executor>[0];
type Flight = {
  readonly answer: ReturnType<Executor>;
  readonly beganAt: number;
  /** Of whom it was asked for first. */
  readonly calling: Calling;
  readonly ending: AbortController;
  /** Who waits for it still. */
  waiting: number;
};

/** It is young and goes on, and would end by itself when this request ends: somebody may have more patience, or less. */
function isOpenTo(
  { beganAt, ending, calling }: Flight,
  context: RequestContext,
  { joinMsMax }: SharingLimits,
): boolean {
  const { endsAt = 0 } = context.calling;
  return (
    !ending.signal.aborted &&
    performance.now() - beganAt <= joinMsMax &&
    Math.abs(endsAt - (calling.endsAt ?? 0)) <= joinMsMax
  );
}

/** Whoever came first asks for this request, too, and what is asked is the account of both. */
function follow(flight: Flight, { calling, note }: RequestContext): void {
  note?.planned('shared');
  if (flight.calling.account) calling.account?.follow(flight.calling.account);
}

function keyOf(
  { queryHash, request: { operationName = '', variables } }: Asked,
  { viewer, forwarded }: Calling,
): string {
  return JSON.stringify([queryHash, operationName, variables ?? {}, viewer, forwarded ?? {}]);
}

function depart(engine: Engine, asked: Asked, context: RequestContext): Flight {
  const ending = new AbortController();
  const calling = { ...context.calling, signal: ending.signal };
  const shared = { ...asked, context: { ...context, calling } } as Asked;
  return {
    answer: engine.executor(shared),
    beganAt: performance.now(),
    calling: context.calling,
    ending,
    waiting: 0,
  };
}

function lands(flights: Map<string, Flight>, key: string, flight: Flight): void {
  flights.set(key, flight);
  const land = () => {
    if (flights.get(key) === flight) flights.delete(key);
  };
  flight.answer.then(land, land);
}

/** Who leaves takes nothing from the others, whoever came first; but with the last one it ends, and when the time of one is over, for all have the same. */
async function wait(flight: Flight, { calling: { signal } }: RequestContext) {
  flight.waiting += 1;
  const forget = whenEnded(signal, () => {
    flight.waiting -= 1;
    if (flight.waiting === 0 || signal.reason !== CLIENT_GONE) flight.ending.abort(signal.reason);
  });
  try {
    return { ...(await flight.answer) };
  } finally {
    forget();
  }
}
