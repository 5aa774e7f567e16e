import { Agent, fetch } from 'undici';
import { isAllowedAddress } from './allowed-address.ts';
import { connectorFor, ForbiddenAddress, type Lookup } from './connector.ts';

/** What came back, as it came, or one sentence on why nothing did. */
export type Wire =
  | {
      readonly kind: 'replied';
      readonly status: number;
      readonly contentType: string;
      readonly location: string | null;
      readonly body: string;
    }
  | { readonly kind: 'silent'; readonly says: string };

export type OpenWire = {
  /** Asks at an address of which nothing is known yet. It always resolves. */
  readonly send: (url: string, question: object, signal: AbortSignal) => Promise<Wire>;
  readonly close: () => Promise<void>;
};

export type WireParts = {
  readonly allowsPrivate: boolean;
  readonly answerBytesMax: number;
  readonly waitMsMax: number;
  readonly lookup?: Lookup;
};

/** Asks who is no member yet, and so has no breaker and no place in a queue; where the gateway may not ask, it does not ask here either. */
export function openWire(parts: WireParts): OpenWire {
  const dispatcher = new Agent({ connect: connectorFor(parts), connections: CONNECTIONS_MAX });
  return {
    send: async (url, question, signal) => {
      if (!isAllowedAddress(url, parts.allowsPrivate)) return FORBIDDEN;
      try {
        return await replied(
          await fetch(url, {
            dispatcher,
            method: 'POST',
            redirect: 'manual',
            signal: AbortSignal.any([signal, AbortSignal.timeout(parts.waitMsMax)]),
            headers: HEADERS,
            body: JSON.stringify(question),
          }),
          parts.answerBytesMax,
        );
      } catch (fault) {
        return { kind: 'silent', says: sentenceOf(fault, url) };
      }
    },
    close: () => dispatcher.destroy(),
  };
}

const CONNECTIONS_MAX = 16;
const HEADERS = {
  'content-type': 'application/json',
  accept: 'application/graphql-response+json, application/json',
} as const;

type Response = Awaited<ReturnType<typeof fetch>>;

async function replied(response: Response, bytesMax: number): Promise<Wire> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > bytesMax) return { kind: 'silent', says: `It sent more than ${bytesMax} bytes.` };
    chunks.push(chunk);
  }
  const [contentType = ''] = (response.headers.get('content-type') ?? '').split(';');
  const location = response.headers.get('location');
  const body = Buffer.concat(chunks).toString('utf8');
  return { kind: 'replied', status: response.status, contentType, location, body };
}

const SAYS_FORBIDDEN =
  'The gateway does not ask at this address: it is not https outside private networks; its operator may allow others (allowPrivateMembers).';
const FORBIDDEN: Wire = { kind: 'silent', says: SAYS_FORBIDDEN };

/** The system's own name of what happened is below what `fetch` makes of it; neither need be an error of this realm. */
function sentenceOf(fault: unknown, url: string): string {
  const cause = partOf(fault, 'cause') ?? fault;
  if (cause instanceof ForbiddenAddress) return SAYS_FORBIDDEN;
  const name = partOf(cause, 'code') ?? partOf(cause, 'name');
  return `Nobody at ${new URL(url).origin} answered in HTTP (${name}).`;
}

const partOf = (fault: unknown, name: 'cause' | 'code' | 'name'): unknown =>
  typeof fault === 'object' && fault !== null ? Reflect.get(fault, name) : undefined;
