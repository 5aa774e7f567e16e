import type { Finding } from '../../schema/index.ts';
import { type Outcome, type Refusal, refused, unasked } from './outcome.ts';

/** Where the registry is, and by whose token it is asked. */
export type Gateway = { readonly gateway: string; readonly token?: string };
export type RegistryAsk = {
  readonly method: 'GET' | 'POST' | 'DELETE';
  readonly path: string;
  readonly body?: Readonly<Record<string, unknown>>;
};
type Reply = { readonly kind: 'answered'; readonly value: unknown } | Outcome;

/** A publication runs audits, which may take 45 s, and waits for those before it. */
const ANSWER_MS_MAX = 180_000;

/** Asks the registry one thing; what it says becomes an outcome, and so does its silence. */
export async function askRegistry(
  { gateway, token }: Gateway,
  ask: RegistryAsk,
  show: (value: unknown) => Outcome,
): Promise<Outcome> {
  const url = addressOf(gateway, ask.path);
  if (!url)
    return unasked(
      'BAD_ADDRESS',
      `Expected the address of a gateway such as http://127.0.0.1:4000, got ${JSON.stringify(gateway)}.`,
    );
  const reply = await replyOf(url, token, ask);
  return reply.kind === 'answered' ? show(reply.value) : reply;
}

function addressOf(gateway: string, path: string): URL | undefined {
  if (!/^https?:\/\//.test(gateway) || !URL.canParse(gateway)) return undefined;
  return new URL(`${new URL(gateway).pathname.replace(/\/+$/, '')}${path}`, gateway);
}

async function replyOf(
  url: URL,
  token: string | undefined,
  { method, body }: RegistryAsk,
): Promise<Reply> {
  try {
    const response = await fetch(url, {
      method,
      redirect: 'error',
      headers: {
        accept: 'application/json',
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
        ...(body && { 'content-type': 'application/json' }),
      },
      ...(body && { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(ANSWER_MS_MAX),
    });
    return readReply(url, response.status, await response.text());
  } catch (fault) {
    return unasked(
      'GATEWAY_UNREACHABLE',
      `The gateway at ${url.origin} does not answer (${reasonOf(fault)}); start it, or name another with --gateway.`,
    );
  }
}

function readReply(url: URL, status: number, text: string): Reply {
  const value = status === 204 ? null : parseJson(text);
  if (status < 400 && value !== undefined) return { kind: 'answered', value };
  const refusal = parseRefusal(value);
  if (!refusal)
    return unasked(
      'NO_REGISTRY',
      `Expected the registry of a gateway at ${url.origin}, got status ${status} without its words; look whether --gateway names a Zellige gateway.`,
    );
  return status >= 500 ? unasked(refusal.code, refusal.message) : refused(refusal);
}

function parseJson(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch {
    return undefined;
  }
}

function parseRefusal(value: unknown): Refusal | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const { code, message, findings } = value as Readonly<Record<string, unknown>>;
  if (typeof code !== 'string' || typeof message !== 'string') return undefined;
  const found = Array.isArray(findings) ? findings.flatMap(parseFinding) : [];
  return { code, message, ...(found.length > 0 && { findings: found }) };
}

function parseFinding(value: unknown): readonly Finding[] {
  const { code, place, says } = (value ?? {}) as Readonly<Record<string, unknown>>;
  const isWhole = [code, place, says].every((each) => typeof each === 'string');
  return isWhole ? [{ code, place, says } as Finding] : [];
}

/** The system's own name of what happened, below what `fetch` makes of it. */
function reasonOf(fault: unknown): string {
  if (!(fault instanceof Error)) return String(fault);
  if (fault.name === 'TimeoutError') return `nothing within ${ANSWER_MS_MAX / 1000} s`;
  const { cause } = fault;
  if (cause instanceof Error && 'code' in cause) return String(cause.code);
  return cause instanceof Error ? cause.message : fault.message;
}
