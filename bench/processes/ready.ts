import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';

const POLL_MS = 50;

/** A port that is free now, for a program that cannot tell which one it was given. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address ? address.port : 0;
}

/** Waits until the address says 200; an error where the time passes or the program ends before that. */
export async function untilReady(
  url: string,
  waitMsMax: number,
  ended: Promise<string>,
  question: RequestInit = {},
): Promise<void> {
  const giveUp = performance.now() + waitMsMax;
  while (performance.now() < giveUp) {
    if (await isReady(url, question)) return;
    const why = await Promise.race([wait(POLL_MS), ended]);
    if (why !== undefined) throw new Error(why);
  }
  throw new Error(`Expected ${url} to say 200 within ${waitMsMax} ms, it did not.`);
}

async function isReady(url: string, question: RequestInit): Promise<boolean> {
  try {
    const answer = await fetch(url, { ...question, signal: AbortSignal.timeout(1_000) });
    await answer.arrayBuffer();
    return answer.ok;
  } catch {
    return false;
  }
}
