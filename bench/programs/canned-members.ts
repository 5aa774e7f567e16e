// Members in one process, each on a port of its own: `canned-members.ts ROWS [MEMBERS]`, 54 where nobody says. Answers are kept bytes.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { answering } from '../processes/index.ts';
import { cannedMember, memberSchema } from './canned-answers.ts';
import { giveCanned } from './give-canned.ts';
import { listen } from './listen.ts';
import { codesOf } from './states.ts';

const rows = Number(process.argv[2]);
const codes = codesOf(Number(process.argv[3] ?? 54));
const schema = memberSchema();
const asked = new Set<string>();
const HANGS_MS = 60_000;
let hanging: unknown = null;

const members = await Promise.all(
  codes.map(async (code) => {
    const canned = cannedMember(schema, { code, rows }, (body) => asked.add(body));
    return {
      code,
      url: await listen((request, response) => {
        if (code === hanging) hang(request, response);
        else void giveCanned(canned, request, response);
      }),
    };
  }),
);

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
