import type { FaceAnswer, FaceRequest, JsonObject, MemberError } from '../../members/index.ts';
import { type Failed, failed, type Wire } from './wire.ts';

/** An answer of the subgraph of this name as the engine takes it. What it says of its errors is passed on; keys like `__proto__` are keys. */
export function readAnswer(
  subgraph: string,
  wire: Wire,
  read: FaceRequest['read'] = () => undefined,
): FaceAnswer {
  if (wire.kind === 'failed') return failedAnswer(subgraph, wire);
  const answer = read(wire.text) ?? answerIn(parsed(wire.text));
  return answer ?? failedAnswer(subgraph, faultIn(wire.status));
}

/** No answer at all, as an error with a code of its own. */
export const failedAnswer = (subgraph: string, { code, says }: Failed): FaceAnswer => ({
  data: null,
  errors: [{ message: `The subgraph ${subgraph} ${says}.`, extensions: { code } }],
});

const faultIn = (status: number): Failed =>
  status >= 200 && status < 300
    ? failed('SUBGRAPH_NOT_GRAPHQL', 'answered what is no GraphQL in JSON')
    : failed('SUBGRAPH_STATUS', `answered with status ${status} and no GraphQL`);

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Whatever the status: servers answer errors with 4xx and 5xx too. */
function answerIn(body: unknown): FaceAnswer | undefined {
  if (!isObject(body)) return undefined;
  const { data = null, errors } = body;
  const isAnswer = isObject(data) || (data === null && ('data' in body || isFilled(errors)));
  if (!isAnswer) return undefined;
  return isFilled(errors) ? { data, errors: errors.map(errorIn) } : { data };
}

const isFilled = (errors: unknown): errors is readonly unknown[] =>
  Array.isArray(errors) && errors.length > 0;

function errorIn(error: unknown): MemberError {
  const { message, path, extensions } = isObject(error) ? error : NO_ERROR;
  return {
    message: typeof message === 'string' ? message : 'The subgraph gave no message.',
    ...(isPath(path) && { path }),
    ...(isObject(extensions) && { extensions }),
  };
}

const NO_ERROR: JsonObject = {};

const isPath = (path: unknown): path is readonly (string | number)[] =>
  Array.isArray(path) && path.every((each) => ['string', 'number'].includes(typeof each));
const isObject = (value: unknown): value is JsonObject =>
  value !== null && typeof value === 'object' && !Array.isArray(value);
