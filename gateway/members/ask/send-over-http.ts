import { EventEmitter } from 'node:events';
import type { MemberAddress, MemberRequest } from '../member.ts';
import { whenEnded } from '../when-ended.ts';
import { closedUnderUs, failure } from './failure.ts';
import { faultInHead } from './fault-in-head.ts';
import type { Line, Lines } from './lines.ts';
import { type Ask, type Outcome, unasked } from './outcome.ts';
import { parseAnswer } from './parse-answer.ts';

export type AnswerLimits = {
  readonly answerBytesMax: number;
  readonly headerBytesMax: number;
  readonly answerDepthMax: number;
};

/** One question on one socket. Of what comes back nothing is believed yet but that it is an answer in GraphQL. */
export const sendOverHttp =
  (lines: Lines, limits: AnswerLimits): Ask =>
  async (member, request, { signal }) => {
    const place = lines.placeOf(member.url);
    if (!place) return forbidden(member);
    const { origin, path } = place;
    const line = lines.take(origin);
    const kept = line.socket();
    const bytesBefore = kept?.bytesRead;
    const ending = new EventEmitter();
    const forget = whenEnded(signal, () => ending.emit('abort'));
    try {
      const outcome = await exchange(line, { member, path, request, ending, limits });
      if (outcome.isWhole) lines.keep(origin, line);
      else lines.drop(line);
      return outcome.outcome;
    } catch (error) {
      lines.drop(line);
      const wasTired = closedUnderUs(error) && kept?.bytesRead === bytesBefore;
      const outcome = failure(member, error, limits);
      return kept && wasTired ? { ...outcome, wasTired } : outcome;
    } finally {
      forget();
    }
  };

type Exchange = {
  readonly member: MemberAddress;
  readonly path: string;
  readonly request: MemberRequest;
  /** Says `abort` when the request ends. */
  readonly ending: EventEmitter;
  readonly limits: AnswerLimits;
};
/** A socket whose answer was not read to its end carries no other question. */
type Exchanged = { readonly outcome: Outcome; readonly isWhole: boolean };

async function exchange(
  { client }: Line,
  { member, path, request, ending, limits }: Exchange,
): Promise<Exchanged> {
  const { statusCode, headers, body } = await client.request({
    path,
    method: 'POST',
    headers: HEADERS,
    body: JSON.stringify(request),
    signal: ending,
  });
  const fault = faultInHead(member, { status: statusCode, headers }, limits);
  if (fault) {
    body.on('error', () => undefined); // it is cut off, and nobody reads it
    return { outcome: fault, isWhole: false };
  }
  return { outcome: parseAnswer(member, await body.bytes(), limits), isWhole: true };
}

const HEADERS = { 'content-type': 'application/json', accept: 'application/json' } as const;

const forbidden = ({ code }: MemberAddress): Outcome =>
  unasked(
    'UNREACHABLE',
    `${code} is not asked: its address is not https outside private networks; an operator may allow others (allowPrivateMembers).`,
  );
