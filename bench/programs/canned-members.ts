// 54 members in one process, each on a port of its own: `canned-members.ts ROWS`. Answers are kept bytes.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { answering } from '../processes/index.ts';
import { type Canned, cannedMember, memberSchema } from './canned-answers.ts';
import { listen, textOf } from './listen.ts';
import { STATES } from './states.ts';

const rows = Number(process.argv[2]);
const schema = memberSchema();
const asked = new Set<string>();
const HANGS_MS = 60_000;
let hanging: unknown = null;

const members = await Promise.all(
  STATES.map(async (code) => {
    const canned = cannedMember(schema, { code, rows }, (body) => asked.add(body));
    return {
      code,
      url: await listen((request, response) => {
        if (code === hanging) hang(request, response);
        else void serve(canned, request, response);
      }),
    };
  }),
);

async function serve(canned: Canned, request: IncomingMessage, response: ServerResponse) {
  try {
    const bytes = await canned(await textOf(request));
    response.writeHead(200, {
      'content-type': 'application/json; charset=utf-8',
      'content-length': bytes.length,
    });
    response.end(bytes);
  } catch (error) {
    response.writeHead(400, { 'content-type': 'text/plain' }).end(String(error));
  }
}

function hang(request: IncomingMessage, response: ServerResponse): void {
  request.resume();
  setTimeout(() => response.destroy(), HANGS_MS).unref();
}

answering({
  /** The one member that hangs from now on; null where none does. */
  hangs: (code) => {
    hanging = code;
  },
  members: () => members,
  /** The bodies of all requests so far, each once. */
  asked: () => [...asked],
});
