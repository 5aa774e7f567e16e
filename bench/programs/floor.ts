// The least that a gateway could do, without GraphQL: asks all, parses all, puts one after another, cuts, writes. `floor.ts '{ "port", "urls", "body", "first" }'`.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { Pool } from 'undici';
import { z } from 'zod';

const GIVEN = z.object({
  port: z.number(),
  urls: z.array(z.string()),
  body: z.string(),
  first: z.number(),
});
type MemberAnswer = {
  readonly data: { readonly sites: { readonly edges: readonly unknown[] } };
};

const { port, urls, body, first } = GIVEN.parse(JSON.parse(process.argv[2] ?? ''));
const pools = urls.map((url) => new Pool(new URL(url).origin));
const HEADERS = { 'content-type': 'application/json', accept: 'application/json' };

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  for await (const _ of request); // the question is known
  const answers = await Promise.all(pools.map(ask));
  const edges = answers.flatMap((each) => each.data.sites.edges).slice(0, first);
  const text = JSON.stringify({ data: { sites: { edges } } });
  response.writeHead(200, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(text),
  });
  response.end(text);
}

async function ask(pool: Pool): Promise<MemberAnswer> {
  const request = { path: '/graphql', method: 'POST', headers: HEADERS, body } as const;
  const answered = await pool.request(request);
  return JSON.parse(await answered.body.text());
}

createServer({ keepAliveTimeout: 600_000 }, (request, response) => {
  if (request.url === '/ready') response.end();
  else answer(request, response).catch((error) => response.writeHead(500).end(String(error)));
}).listen(port, '127.0.0.1');
