import { buildASTSchema, parse } from 'graphql';
import type { Contract } from '../../schema/index.ts';
import { parseOperation, withDefaults } from './document.ts';
import { type AnswerFit, answerFit, misfit } from './fit.ts';
import type { JsonObject } from './json.ts';
import type { Answer, MemberRequest, Send } from './member.ts';
import { type Reader, readerOf } from './read/index.ts';
import { remembering } from './remember.ts';

type Checking = {
  /** SDL with the types that the questions speak of. */
  readonly sdl: string;
  readonly contract: Contract;
  readonly onBroken: (member: string, says: string) => void;
};

/**
 * The same sending, but an answer that is not what was asked (types, fields, whose records) is a silence: nothing of it goes on, so that one
 * member cannot spoil what its neighbours gave. An answer that its reader has taken is what was asked.
 */
export function checking(send: Send, checks: Checking): Send {
  const expect = expecting(checks);
  return async (member, request, calling) => {
    const expected = expect(request);
    const answer = await send(member, expected.request, calling);
    if (answer.kind === 'silent' || answer.pages) return answer;
    const asked = representationsIn(request);
    const fault = faultOf(() => misfit(expected.fit, member.code, answer.data, asked));
    if (fault === undefined) return answer;
    const says = `${member.code} ${fault}`;
    checks.onBroken(member.code, says);
    return { kind: 'silent', reason: 'PROTOCOL_ERROR', says } satisfies Answer;
  };
}

/** What the answer to a request must be, and the request with a reader of such answers. */
type Expected = { readonly fit: AnswerFit; readonly request: MemberRequest };
type Expecting = { readonly fit: AnswerFit; readonly reader: Reader | undefined };

/** One and the same request goes to many members, and is looked at once; of one text the answers are alike but for what is skipped. */
function expecting({ sdl, contract }: Checking): (request: MemberRequest) => Expected {
  const schema = buildASTSchema(parse(sdl), { assumeValid: true, assumeValidSDL: true });
  const expectWith = (query: string, given: JsonObject): Expecting => {
    const operation = parseOperation(query);
    const variables = withDefaults(operation, given);
    const fit = answerFit(operation, { schema, contract, variables });
    return { fit, reader: readerOf(fit) };
  };
  const expectAlways = remembering(1_000, (query) => expectWith(query, {}));
  const known = new WeakMap<MemberRequest, Expected>();
  return (request) => {
    const kept = known.get(request);
    if (kept) return kept;
    const { query, variables = {} } = request;
    const { fit, reader } = MAY_SKIP.test(query)
      ? expectWith(query, variables)
      : expectAlways(query);
    const expected = { fit, request: { ...request, reader } };
    known.set(request, expected);
    return expected;
  };
}
const MAY_SKIP = /@(skip|include)\b/;

const representationsIn = ({ variables = {} }: MemberRequest): readonly JsonObject[] =>
  Array.isArray(variables.representations)
    ? (variables.representations as readonly JsonObject[])
    : [];

/** A nesting too deep to be walked is a fault of the answer, not of ours. */
function faultOf(check: () => string | undefined): string | undefined {
  try {
    return check();
  } catch (error) {
    if (error instanceof RangeError) return 'gave an answer that is nested too deep.';
    throw error;
  }
}
