import { DEADLINE_MS } from './lateness.ts';

const body = (query: string): string =>
  JSON.stringify({ query, extensions: { zellige: { deadlineMs: DEADLINE_MS } } });

export const ONE_HOP = body(
  '{ sites(first: 200) { edges { node { id type status } } coverage { complete missing { member reason } } } }',
);
export const TWO_HOPS = body(
  '{ sites(first: 200) { edges { node { id adm1 } } coverage { complete missing { member reason } } } }',
);
export const OF_APOLLO = JSON.stringify({
  query: '{ a { id status } b { id status } c { id status } d { id status } }',
});

const HEADERS = { 'content-type': 'application/json', accept: 'application/json' };

export type Asked = { readonly tookMs: number; readonly text: string };

export async function ask(url: string, question: string): Promise<Asked> {
  const sent = performance.now();
  const answer = await fetch(url, { method: 'POST', headers: HEADERS, body: question });
  const text = await answer.text();
  return { tookMs: performance.now() - sent, text };
}
