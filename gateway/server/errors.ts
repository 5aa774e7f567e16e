import { unwrapResolverError } from '@apollo/server/errors';
import type { FastifyBaseLogger } from 'fastify';
import type { GraphQLFormattedError } from 'graphql';
import { REFUSALS, type RefusalCode } from '../../schema/index.ts';
import { LIMITS } from '../limits/index.ts';
import type { Answer, Companion } from './companion.ts';

/** What a client sees of an error: refusals and mistakes of its own as they are, of ours one sentence. */
export const showErrors =
  (logger: FastifyBaseLogger): Format =>
  (formatted, error) => {
    const limit = limitOf(formatted);
    if (limit) return inOrder(formatted, limit.says, { code: limit.code });
    const code = refusalOf(error) ?? mistakeOf(formatted);
    if (code !== undefined) return shown(formatted, code);
    logger.error({ err: unwrapResolverError(error) }, 'A question could not be answered.');
    return inOrder(formatted, 'The gateway could not answer.', { code: 'INTERNAL' });
  };

/** The same before anybody's subgraphs: what they say of their errors is theirs to say, but for where it stands in their code. */
export function showSubgraphErrors(formatted: GraphQLFormattedError): GraphQLFormattedError {
  const limit = limitOf(formatted);
  if (limit) return inOrder(formatted, limit.says, { code: limit.code });
  const { stacktrace, http, ...extensions } = formatted.extensions ?? {};
  return inOrder(formatted, formatted.message, extensions);
}

/** What is known of an error before it is shown; a GraphQLError has these parts too. */
export type Fault = { readonly message: string } & {
  readonly [Part in 'locations' | 'path' | 'extensions']?: GraphQLFormattedError[Part] | undefined;
};
/** `code` is that of its kind, where it has none of its own. */
export type Show = (fault: Fault, code: string) => GraphQLFormattedError;

/** What a client sees of an error, where Apollo Server has made its parts out of it. */
export type Format = (formatted: GraphQLFormattedError, error: unknown) => GraphQLFormattedError;

/** The same where no Apollo Server stands between a fault and its client. */
export const showing =
  (format: Format): Show =>
  (fault, code) =>
    format(
      inOrder(fault, fault.message, { ...fault.extensions, code: codeOf(fault) ?? code }),
      fault,
    );

/** A request refused before anything is executed has the status of its refusal. */
export const statusOfRefusals = (): Companion => STATUS_OF_REFUSALS;
const STATUS_OF_REFUSALS: Companion = {
  answers: (answer) => {
    const status = refusedWith(answer);
    return status === undefined ? answer : { ...answer, status };
  },
};

function refusedWith({ data, errors = [] }: Answer): number | undefined {
  if (data !== undefined) return undefined;
  const codes = errors.map(({ extensions }) => parseRefusal(extensions?.code));
  const refusal = codes.find((code) => code !== undefined && REFUSALS[code].status >= 400);
  return refusal && REFUSALS[refusal].status;
}

/** Codes that Apollo Server gives to what a client did wrong. */
const MISTAKES: readonly unknown[] = [
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
  'BAD_REQUEST',
  'OPERATION_RESOLUTION_FAILURE',
  'MAX_RECURSIVE_SELECTIONS_EXCEEDED',
  'PERSISTED_QUERY_NOT_SUPPORTED',
];

const mistakeOf = ({ extensions }: GraphQLFormattedError): string | undefined =>
  MISTAKES.includes(extensions?.code) ? String(extensions?.code) : undefined;

type Limit = { readonly code: RefusalCode; readonly says: string };
/** Limits that graphql-js keeps itself, by how its message begins; it gives them no code. */
const LIMITS_OF_GRAPHQL: readonly (readonly [start: string, Limit])[] = [
  [
    'Syntax Error: Document contains more that', // its own spelling
    {
      code: 'DOCUMENT_TOO_LARGE',
      says: `Expected a question of at most ${LIMITS.documentTokensMax} words and signs, got more. Split it.`,
    },
  ],
  [
    'Maximum call stack size exceeded',
    {
      code: 'DOCUMENT_TOO_DEEP',
      says: `Expected at most ${LIMITS.documentDepthMax} levels of fields within one another, got thousands. Ask for less at once.`,
    },
  ],
  [
    'Validation aborted.',
    {
      code: 'DOCUMENT_TOO_WIDE',
      says: 'Expected each field once, or with few namesakes in one place; got more than can be compared. Ask for each field once.',
    },
  ],
];

function limitOf(formatted: GraphQLFormattedError): Limit | undefined {
  if (mistakeOf(formatted) === undefined) return undefined; // the same words may be said of a fault of ours
  return LIMITS_OF_GRAPHQL.find(([start]) => formatted.message.startsWith(start))?.[1];
}

/** Apollo Server puts a code of its own over that of a validation rule; the rule's is in the error inside. */
function refusalOf(error: unknown): RefusalCode | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  const inner = 'originalError' in error ? refusalOf(error.originalError) : undefined;
  return inner ?? parseRefusal(codeOf(error));
}

function codeOf(error: object): unknown {
  const extensions = 'extensions' in error ? error.extensions : undefined;
  return typeof extensions === 'object' && extensions !== null && 'code' in extensions
    ? extensions.code
    : undefined;
}

const parseRefusal = (code: unknown): RefusalCode | undefined =>
  typeof code === 'string' && Object.hasOwn(REFUSALS, code) ? (code as RefusalCode) : undefined;

function shown(formatted: GraphQLFormattedError, code: string): GraphQLFormattedError {
  const { stacktrace, serviceName, exception, http, ...extensions } = formatted.extensions ?? {};
  return inOrder(formatted, formatted.message, { ...extensions, code });
}

const inOrder = (
  { locations, path }: Omit<Fault, 'message'>,
  message: string,
  extensions: Readonly<Record<string, unknown>>,
): GraphQLFormattedError => ({
  message,
  ...(locations && { locations }),
  ...(path && { path }),
  extensions,
});
