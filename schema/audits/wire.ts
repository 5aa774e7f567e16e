export type JsonObject = { readonly [name: string]: unknown };

/**
 * A question as it goes over the wire.
 *
 * @public
 */
export type Question = { readonly query: string; readonly variables?: JsonObject };

/**
 * What came back over the wire, or one sentence on why nothing did.
 *
 * @public
 */
export type Wire =
  | {
      readonly kind: 'replied';
      readonly status: number;
      /** Media type, without its parameters. */
      readonly contentType: string;
      /** Where it sends elsewhere. */
      readonly location: string | null;
      readonly body: string;
    }
  | { readonly kind: 'silent'; readonly says: string };

/**
 * Sends one question to a member. It always resolves: silence is a value.
 *
 * @public
 */
export type SendQuestion = (url: string, question: Question, signal: AbortSignal) => Promise<Wire>;

/** With the time from when it was sent, without what it waited for its turn. */
export type Timed = Wire & { readonly ms: number };

/** An error of a GraphQL answer; the code is the empty text where it has none. */
export type ReplyError = {
  readonly message: string;
  readonly code: string;
  readonly path: unknown;
};

/** An answer as claims look at it. Where nothing came, its status is 0 and its one error says why. */
export type Reply = {
  readonly status: number;
  readonly contentType: string;
  readonly data: JsonObject | null;
  readonly errors: readonly ReplyError[];
  /** Whether the body was an answer as GraphQL has it. */
  readonly isGraphql: boolean;
  /** How its body begins, as it came. */
  readonly start: string;
  readonly bytes: number;
  readonly ms: number;
};

export const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const START_CHARACTERS = 20_000;

/** A reply in place of one that did not come. */
export const noReply = (says: string, ms = 0): Reply => ({
  status: 0,
  contentType: '',
  data: null,
  errors: [{ message: says, code: '', path: undefined }],
  isGraphql: false,
  start: '',
  bytes: 0,
  ms,
});

export function parseReply(wire: Timed): Reply {
  const { ms } = wire;
  if (wire.kind === 'silent') return noReply(wire.says, ms);
  const { status, contentType, body } = wire;
  const answer = parseJson(body);
  const isGraphql = isObject(answer) && ('data' in answer || Array.isArray(answer.errors));
  return {
    status,
    contentType,
    data: isGraphql && isObject(answer.data) ? answer.data : null,
    errors: isGraphql ? errorsIn(answer) : [errorOf(`It answered ${status} with no GraphQL.`)],
    isGraphql,
    start: body.slice(0, START_CHARACTERS),
    bytes: Buffer.byteLength(body),
    ms,
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const errorsIn = ({ errors }: JsonObject): readonly ReplyError[] =>
  Array.isArray(errors) ? errors.map(readError) : [];

function readError(error: unknown): ReplyError {
  if (!isObject(error)) return errorOf('It gave an error that is no object.');
  const extensions = isObject(error.extensions) ? error.extensions : {};
  return {
    message: typeof error.message === 'string' ? error.message : '',
    code: typeof extensions.code === 'string' ? extensions.code : '',
    path: error.path,
  };
}

const errorOf = (message: string): ReplyError => ({ message, code: '', path: undefined });
