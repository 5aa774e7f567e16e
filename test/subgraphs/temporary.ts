import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from '@jest/globals';

/** A folder of its own, gone when the tests of this file are over. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'zellige-test-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

type Reply = { readonly data?: unknown; readonly errors?: readonly unknown[] };

/** A question over HTTP, as a stranger would ask it. */
export async function askOver(
  url: string,
  query: string,
  variables: Readonly<Record<string, unknown>> = {},
): Promise<Reply> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', accept: 'application/graphql-response+json' },
    body: JSON.stringify({ query, variables }),
  });
  return (await response.json()) as Reply;
}
