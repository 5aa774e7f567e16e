import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';

export type Ended = { readonly code: number | null; readonly out: string; readonly err: string };

/** `zellige` as a process, with nothing of this one's environment but what is given. */
export async function zellige(
  words: readonly string[],
  environment: Readonly<Record<string, string | undefined>> = {},
): Promise<Ended> {
  const child = spawn(process.execPath, [resolve('scripts/zellige.js'), ...words], {
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [out, err] = [heard(child.stdout), heard(child.stderr)];
  const [code] = await once(child, 'close');
  return { code: code as number | null, out: out(), err: err() };
}

function heard(stream: NodeJS.ReadableStream): () => string {
  let text = '';
  stream.setEncoding('utf8').on('data', (part: string) => {
    text += part;
  });
  return () => text;
}
