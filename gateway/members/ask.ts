import { type Dispatcher, Pool } from 'undici';
import type {
  Answer,
  Calling,
  JsonObject,
  MemberAddress,
  MemberError,
  MemberRequest,
  MissingReason,
  Send,
} from './member.ts';

export type Asking = { readonly send: Send; readonly close: () => Promise<void> };
export type AskLimits = {
  /** Sockets kept open to one member. */
  readonly connectionsMax: number;
  /** Bytes of one answer; a longer one is cut off and refused. */
  readonly answerBytesMax: number;
};

/** Asks members over HTTP: one pool of sockets for each origin, no redirects, a cap on the body, and the caller's deadline. */
export function openAsking({ connectionsMax, answerBytesMax }: AskLimits): Asking {
  const pools = new Map<string, Pool>();
  const poolFor = (origin: string): Pool => {
    const known = pools.get(origin);
    if (known) return known;
    const pool = new Pool(origin, { connections: connectionsMax, maxResponseSize: answerBytesMax });
    pools.set(origin, pool);
    return pool;
  };
  return {
    send: (member, request, calling) =>
      sendOverHttp(poolFor(new URL(member.url).origin), member, { request, calling }),
    close: async () => {
      await Promise.all([...pools.values()].map((each) => each.destroy()));
    },
  };
}

type Sending = { readonly request: MemberRequest; readonly calling: Calling };

async function sendOverHttp(
  pool: Pool,
  member: MemberAddress,
  { request, calling }: Sending,
): Promise<Answer> {
  if (calling.signal.aborted)
    return silent('TIMEOUT', `${member.code} was not asked: the deadline had passed.`);
  try {
    const response = await pool.request({
      path: pathOf(member),
      method: 'POST',
      headers: HEADERS,
      body: JSON.stringify(request),
      signal: calling.signal,
    });
    return await readAnswer(member, response);
  } catch (error) {
    return silence(member, error, calling);
  }
}

function pathOf({ url }: MemberAddress): string {
  const { pathname, search } = new URL(url);
  return `${pathname}${search}`;
}

const HEADERS = { 'content-type': 'application/json', accept: 'application/json' } as const;

async function readAnswer(
  member: MemberAddress,
  response: Dispatcher.ResponseData,
): Promise<Answer> {
  const text = await response.body.text();
  if (response.statusCode !== 200) return refusal(member, response.statusCode);
  const answer = parseAnswer(text);
  return (
    answer ??
    silent('PROTOCOL_ERROR', `${member.code} sent no GraphQL answer: ${text.slice(0, 200)}`)
  );
}

/** A server that is there but cannot answer is as good as away; one that refuses our request breaks the contract. */
function refusal(member: MemberAddress, status: number): Answer {
  const isAway = status === 429 || status >= 500;
  return silent(
    isAway ? 'UNREACHABLE' : 'PROTOCOL_ERROR',
    `${member.code} answered with status ${status}.`,
  );
}

function parseAnswer(text: string): Answer | undefined {
  const parsed = parseJson(text);
  if (parsed === null || typeof parsed !== 'object' || !('data' in parsed || 'errors' in parsed))
    return undefined;
  const { data, errors } = parsed as { data?: unknown; errors?: unknown };
  const told = Array.isArray(errors) ? errors.slice(0, ERRORS_MAX).map(parseError) : [];
  if (data === null || data === undefined) return undefined;
  return isObject(data) ? { kind: 'answered', data, errors: told } : undefined;
}

/** More than these nobody reads. */
const ERRORS_MAX = 100;

/** An error as the specification has it; whatever else came is kept as text for the log. */
function parseError(error: unknown): MemberError {
  const { message, path, extensions } = (error ?? {}) as Readonly<Record<string, unknown>>;
  return {
    message: typeof message === 'string' ? message.slice(0, 1_000) : 'It gave no message.',
    ...(isPath(path) && { path }),
    ...(isObject(extensions) && { extensions }),
  };
}

const isPath = (path: unknown): path is readonly (string | number)[] =>
  Array.isArray(path) && path.every((each) => ['string', 'number'].includes(typeof each));
const isObject = (value: unknown): value is JsonObject =>
  value !== null && typeof value === 'object' && !Array.isArray(value);

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function silence(member: MemberAddress, error: unknown, { signal }: Calling): Answer {
  if (signal.aborted)
    return silent('TIMEOUT', `${member.code} did not answer before the deadline.`);
  const { code = '', message = '' } = error as {
    readonly code?: string;
    readonly message?: string;
  };
  if (code === 'UND_ERR_RES_EXCEEDED_MAX_SIZE')
    return silent('PROTOCOL_ERROR', `${member.code} sent more bytes than an answer may have.`);
  return silent('UNREACHABLE', `${member.code} could not be reached: ${code || message}.`);
}

const silent = (reason: MissingReason, says: string): Answer => ({ kind: 'silent', reason, says });
