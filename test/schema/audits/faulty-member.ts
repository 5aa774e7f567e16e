import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import pino from 'pino';
import { serve } from '../../../subgraphs/kit/http/index.ts';
import type { Repository } from '../../../subgraphs/kit/repository.ts';
import { openMember } from '../../oracle/generated-member.ts';
import type { GeneratedWorld } from '../../oracle/rows/generate-world.ts';
import type { Deed, JsonObject, Question, Reply } from './fault.ts';

/** A real member of the kit over a real database, behind a proxy; honest until it is told to commit a deed. */
export type FaultyMember = {
  readonly url: string;
  /** From now on; null makes it honest again. */
  readonly commits: (deed: Deed | null) => void;
  readonly close: () => Promise<void>;
};

const HERE = { host: '127.0.0.1', port: 0 } as const;
const asTheyAre = (repository: Repository): Repository => repository;

export async function openFaultyMember(
  generated: GeneratedWorld['members'][number],
): Promise<FaultyMember> {
  let deed: Deed | null = null;
  const opened = await openMember(generated, 'sqlite::memory:');
  const contextOf = () => opened.newContext(deed?.where === 'RECORDS' ? deed.mistaken : asTheyAre);
  const { schema } = opened;
  const { code } = generated;
  const honest = await serve({ code, schema, contextOf, logger: pino({ enabled: false }) }, HERE);
  const proxy = await openProxy((sent) => answerOf(honest.url, sent, deed));
  return {
    url: proxy.url,
    commits: (told) => {
      deed = told;
    },
    close: async () => {
      proxy.close();
      await honest.close();
      await opened.close();
    },
  };
}

/** A request's body, with the headers that an answer depends on. */
type Sent = { readonly body: string; readonly type: string; readonly accept: string };

async function answerOf(url: string, sent: Sent, deed: Deed | null): Promise<Reply> {
  const question = questionIn(sent.body);
  if (!deed || !question) return await askHonestly(url, sent);
  const asked = deed.where === 'QUESTION' ? deed.bend(question) : question;
  const reply = await askHonestly(url, { ...sent, body: JSON.stringify(asked) });
  if (deed.where === 'REPLY') return await deed.bend(reply, question);
  if (deed.where !== 'ANSWER') return reply;
  const answer = JSON.parse(reply.body) as JsonObject;
  return { ...reply, body: JSON.stringify(deed.bend(answer, question)) };
}

async function askHonestly(url: string, { body, type, accept }: Sent): Promise<Reply> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': type, accept },
    body,
  });
  const contentType = response.headers.get('content-type') ?? '';
  return { status: response.status, contentType, body: await response.text() };
}

/** What is no question goes on as it is. */
function questionIn(body: string): Question | undefined {
  try {
    const question = JSON.parse(body) as Question;
    return typeof question.query === 'string' ? question : undefined;
  } catch {
    return undefined;
  }
}

async function openProxy(reply: (sent: Sent) => Promise<Reply>) {
  const server = createServer(async (request, response) => {
    const { 'content-type': type = '', accept = '*/*' } = request.headers;
    const { status, contentType, body } = await reply({
      body: await bodyOf(request),
      type,
      accept,
    });
    response.writeHead(status, { 'content-type': contentType }).end(body);
  });
  await new Promise<void>((listens) => server.listen(HERE.port, HERE.host, listens));
  return {
    url: `http://${HERE.host}:${(server.address() as AddressInfo).port}/graphql`,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
