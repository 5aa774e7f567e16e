import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import type { MemberRequest } from '../../gateway/members/index.ts';
import type { Deed, Exchange, Truth } from './fault.ts';

/** Gives the true answer to a question. */
export type Honest = (question: MemberRequest) => Promise<Truth>;

/** When a member commits its fault: from the k-th request on, as often as told, and on requests for records alone if so told. */
export type Cue = {
  readonly from?: number;
  readonly times?: number;
  readonly on?: 'ENTITIES';
};

/** A real member over HTTP that commits one fault on cue and is honest otherwise. */
export type ZooMember = {
  readonly url: string;
  /** From now on; null makes it honest again. Requests are counted anew. */
  readonly commits: (deed: Deed | null, cue?: Cue) => void;
  /** How often it has, since it was told to. */
  readonly committed: () => number;
  readonly close: () => void;
};

type Told = {
  readonly deed: Deed | null;
  readonly cue: Cue;
  asked: number;
  cued: number;
  committed: number;
};
const HONEST: Told = { deed: null, cue: {}, asked: 0, cued: 0, committed: 0 };

export async function openZooMember(honest: Honest): Promise<ZooMember> {
  let told: Told = { ...HONEST };
  const known = new WeakSet<Socket>();
  const server = createServer(async (request, reply) => {
    const isReused = known.has(request.socket);
    known.add(request.socket);
    const now = told;
    const question = await questionIn(request);
    now.asked += 1;
    const isOnCue = isCue(now, question);
    now.cued += Number(isOnCue);
    const truth = await honest(question);
    const { socket } = request;
    const { query } = question;
    const exchange = { query, truth, socket, reply, isReused, cued: now.cued };
    const isCommitted =
      now.deed !== null &&
      isOnCue &&
      (now.deed.how === 'ASKS'
        ? other(exchange, await honest(now.deed.commit(question)))
        : commit(now.deed, exchange));
    if (isCommitted) now.committed += 1;
    else answer(reply, JSON.stringify(truth));
  });
  // What is done to a socket on purpose is no fault of the server's.
  server.on('connection', (socket) => socket.on('error', () => undefined));
  server.on('clientError', (_, socket) => socket.destroy());
  await new Promise<void>((listens) => server.listen(0, '127.0.0.1', listens));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`,
    commits: (deed, cue = {}) => {
      told = { ...HONEST, deed, cue };
    },
    committed: () => told.committed,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

function isCue({ cue, asked, committed }: Told, { query }: MemberRequest): boolean {
  if (asked < (cue.from ?? 1) || committed >= (cue.times ?? Number.POSITIVE_INFINITY)) return false;
  return cue.on === undefined || query.includes('_entities');
}

/** Whether it was committed: false where there was nothing to do wrong, and nothing has been sent. */
function commit(deed: Deed, exchange: Exchange): boolean {
  const { reply, truth } = exchange;
  switch (deed.how) {
    case 'REPLY':
      return deed.commit(exchange);
    case 'BODY': {
      const [said, honest] = [deed.commit(JSON.stringify(truth)), JSON.stringify(truth)];
      if (said !== honest) answer(reply, said);
      return said !== honest;
    }
    case 'LIE':
      return truth.data ? other(exchange, deed.commit(truth.data)) : false;
    default:
      return false;
  }
}

/** Says this in place of the truth, if it is not the truth. */
function other({ reply, truth }: Exchange, said: Truth): boolean {
  const [lie, honest] = [JSON.stringify(said), JSON.stringify(truth)];
  if (lie !== honest) answer(reply, lie);
  return lie !== honest;
}

export function answer(reply: ServerResponse, body: string | Buffer): void {
  reply.writeHead(200, { 'content-type': 'application/json; charset=utf-8' }).end(body);
}

async function questionIn(request: IncomingMessage): Promise<MemberRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return JSON.parse(Buffer.concat(chunks).toString('utf8')) as MemberRequest;
}
