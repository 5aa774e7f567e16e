// All members in this process, or those named, over seeds in a folder; before some stands one that flaps: `soak-members.ts FOLDER FLAPPING ONLY`.
import { Agent, createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import { MEMBER_CODES, startMembers } from '../../subgraphs/index.ts';
import { answering } from '../processes/index.ts';
import { MOOD_MS, type Mood, moodAt } from '../soak/index.ts';

const [folder = '', flapping = '', only] = process.argv.slice(2);
const agent = new Agent({ keepAlive: true });
let began: number | undefined;

const { members } = await startMembers({
  codes: only?.split(',') ?? MEMBER_CODES,
  folder,
  host: '127.0.0.1',
  logger: pino({ level: 'silent' }),
});
const flappers = flapping.split(',');
const addresses = await Promise.all(
  members.map(async (member) => {
    const place = flappers.indexOf(member.code);
    return place < 0 ? member : { ...member, url: await flap(member.url, place) };
  }),
);

async function flap(url: string, place: number): Promise<string> {
  const server = createServer((asked, reply) => {
    asked.on('error', () => undefined);
    commit(moodOf(place), { url, asked, reply });
  });
  await new Promise<void>((listens) => server.listen(0, '127.0.0.1', listens));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`;
}

const moodOf = (place: number): Mood =>
  began === undefined ? 'HONEST' : moodAt(place, Math.floor((performance.now() - began) / MOOD_MS));

type Exchange = {
  readonly url: string;
  readonly asked: IncomingMessage;
  readonly reply: ServerResponse;
};

function commit(mood: Mood, exchange: Exchange): void {
  const { asked, reply } = exchange;
  if (mood === 'HANGS') asked.resume();
  else if (mood === 'HANGS_UP') asked.socket.destroy();
  else if (mood === 'SAYS_503') reply.writeHead(503).end();
  else pass(exchange, mood === 'CUTS');
}

/** Passes the question on, and the answer back: whole, or half of it. */
function pass({ url, asked, reply }: Exchange, isCut: boolean): void {
  const { method, headers } = asked;
  const passed = request(url, { method, headers, agent }, async (answer) => {
    const chunks: Buffer[] = [];
    for await (const chunk of answer) chunks.push(chunk as Buffer);
    const body = Buffer.concat(chunks);
    reply.writeHead(answer.statusCode ?? 500, { ...answer.headers, 'content-length': body.length });
    if (!isCut) reply.end(body);
    else reply.write(body.subarray(0, body.length / 2), () => reply.destroy());
  });
  passed.on('error', () => reply.destroy());
  asked.pipe(passed);
}

answering({
  addresses: () => addresses,
  flap: () => {
    began = performance.now();
  },
  calm: () => {
    began = undefined;
  },
});
