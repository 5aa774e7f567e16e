import { readFileSync } from 'node:fs';
import { z } from 'zod';

export type Publisher = {
  readonly origin: string;
  readonly token: string;
  /** Where the member answers. */
  readonly url: string;
};

const SHOWN = '{ __type(name: "MaPhosphateComplex") { fields { name } } }';
const FIELD = 'oreGrade';

/** Milliseconds from reading the file until whoever asks sees what is in it. */
export async function publishedFrom(
  file: string,
  isShown: boolean,
  publisher: Publisher,
): Promise<number> {
  const { origin, token, url } = publisher;
  const began = performance.now();
  const published = await post(`${origin}/registry/members/MA/publications`, {
    body: { url, extension: readFileSync(file, 'utf8'), breaking: true },
    headers: { authorization: `Bearer ${token}` },
  });
  const { served } = PUBLISHED.parse(published);
  if (served.kind !== 'swapped') throw new Error(`Expected it to be served. ${served.says}`);
  const seen = JSON.stringify(await post(`${origin}/graphql`, { body: { query: SHOWN } }));
  if (seen.includes(`"${FIELD}"`) !== isShown)
    throw new Error(`Expected ${FIELD} ${isShown ? '' : 'not '}to be served, got ${seen}.`);
  return performance.now() - began;
}

const PUBLISHED = z.object({ served: z.object({ kind: z.string(), says: z.string() }) });

type Posted = { readonly body: object; readonly headers?: Readonly<Record<string, string>> };

async function post(url: string, { body, headers = {} }: Posted): Promise<unknown> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  return await answer.json();
}
