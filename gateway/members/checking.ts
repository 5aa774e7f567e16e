import { buildASTSchema, parse } from 'graphql';
import type { Contract } from '../../schema/index.ts';
import { parseOperation, withDefaults } from './document.ts';
import { type AnswerFit, answerFit, misfit } from './fit.ts';
import type { Answer, JsonObject, Send } from './member.ts';
import { remembering } from './remember.ts';

type Checking = {
  /** SDL with the types that the questions speak of. */
  readonly sdl: string;
  readonly contract: Contract;
  readonly onBroken: (member: string, says: string) => void;
};

/**
 * The same sending, but an answer that is not what was asked (types, fields, whose records) is a silence: nothing of it goes on, so that one
 * member cannot spoil what its neighbours gave.
 */
export function checking(send: Send, { sdl, contract, onBroken }: Checking): Send {
  const schema = buildASTSchema(parse(sdl), { assumeValid: true, assumeValidSDL: true });
  const fitWith = (query: string, variables: JsonObject) => {
    const operation = parseOperation(query);
    return answerFit(operation, {
      schema,
      contract,
      variables: withDefaults(operation, variables),
    });
  };
  const fitAlways = remembering(1_000, (query) => fitWith(query, {}));
  const fitFor = (query: string, variables: JsonObject): AnswerFit =>
    /@(skip|include)\b/.test(query) ? fitWith(query, variables) : fitAlways(query);
  return async (member, request, calling) => {
    const answer = await send(member, request, calling);
    if (answer.kind === 'silent') return answer;
    const { query, variables = {} } = request;
    const fault = faultOf(() =>
      misfit(fitFor(query, variables), member.code, answer.data, representationsIn(variables)),
    );
    if (fault === undefined) return answer;
    const says = `${member.code} ${fault}`;
    onBroken(member.code, says);
    return { kind: 'silent', reason: 'PROTOCOL_ERROR', says } satisfies Answer;
  };
}

const representationsIn = ({ representations }: JsonObject): readonly JsonObject[] =>
  Array.isArray(representations) ? (representations as readonly JsonObject[]) : [];

/** A nesting too deep to be walked is a fault of the answer, not of ours. */
function faultOf(check: () => string | undefined): string | undefined {
  try {
    return check();
  } catch (error) {
    if (error instanceof RangeError) return 'gave an answer that is nested too deep.';
    throw error;
  }
}
