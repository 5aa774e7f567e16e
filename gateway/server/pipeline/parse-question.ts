import type { FastifyRequest } from 'fastify';
import { isJson } from '../bodies.ts';

/** A question as a client sent it, in the types that graphql-over-http has for its parts. */
export type Question = {
  /** Empty where none was sent. */
  readonly text: string;
  readonly operationName: string | undefined;
  readonly variables: Readonly<Record<string, unknown>>;
  /** Whether it is named by its hash, which we keep for nobody. */
  readonly isPersisted: boolean;
  /** Whether it came in an address, and may change nothing. */
  readonly isSafe: boolean;
};

/** A question, or why there is none. */
export type QuestionReading =
  | { readonly kind: 'read'; readonly question: Question }
  | { readonly kind: 'refused'; readonly status: number; readonly says: string };

export function parseQuestion(request: FastifyRequest): QuestionReading {
  if (request.method === 'POST') return inBody(request.body);
  if (request.method === 'GET') return inAddress(request);
  return refused(`Expected a question by GET or POST, got a ${request.method}.`, 405);
}

const refused = (says: string, status = 400): QuestionReading => ({
  kind: 'refused',
  status,
  says,
});

const PARTS = ['query', 'operationName', 'variables', 'extensions'] as const;
type Parts = Readonly<Partial<Record<(typeof PARTS)[number], unknown>>>;

function inBody(body: unknown): QuestionReading {
  if (Array.isArray(body)) return refused('Operation batching disabled.');
  if (!isObject(body)) return refused('Expected a JSON object with a `query`, got none.');
  return questionOf(body, false);
}

function inAddress({ url, headers }: FastifyRequest): QuestionReading {
  if (headers['content-type'] !== undefined && !isJson(headers['content-type']))
    return refused(
      'GET requests may not have a content-type header other than application/json.',
      415,
    );
  const given = new URL(url, 'http://localhost').searchParams;
  const twice = PARTS.find((name) => given.getAll(name).length > 1);
  if (twice) return refused(`Expected \`${twice}\` once in the address, got it several times.`);
  const texts = { query: given.get('query'), operationName: given.get('operationName') };
  const [variables, extensions] = [given.get('variables'), given.get('extensions')].map(fromJson);
  return questionOf({ ...texts, variables, extensions }, true);
}

/** The text itself where it is no JSON; it is no object then, and refused for that. */
function fromJson(text: string | null): unknown {
  try {
    return text === null ? null : JSON.parse(text);
  } catch {
    return text;
  }
}

function questionOf(parts: Parts, isSafe: boolean): QuestionReading {
  const { query, operationName, variables, extensions } = parts;
  if (!isText(query)) return refused('Expected `query` to be a text, got something else.');
  if (!isText(operationName))
    return refused('Expected `operationName` to be a text, got something else.');
  if (!isObjectOrNone(variables))
    return refused('Expected `variables` to be a JSON object, got something else.');
  if (!isObjectOrNone(extensions))
    return refused('Expected `extensions` to be a JSON object, got something else.');
  const question = {
    text: query ?? '',
    operationName: operationName ?? undefined,
    variables: variables ?? {},
    isPersisted: Boolean(extensions?.persistedQuery),
    isSafe,
  };
  return { kind: 'read', question };
}

const isText = (value: unknown): value is string | null | undefined =>
  value === null || value === undefined || typeof value === 'string';

type JsonRecord = Readonly<Record<string, unknown>>;
const isObject = (value: unknown): value is JsonRecord =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isObjectOrNone = (value: unknown): value is JsonRecord | null | undefined =>
  value === null || value === undefined || isObject(value);
