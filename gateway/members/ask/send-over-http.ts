import type { MemberAddress } from '../member.ts';
import { whenEnded } from '../when-ended.ts';
import { type AnswerLimits, type Exchange, type Exchanged, exchange } from './exchange.ts';
import { closedUnderUs, failure } from './failure.ts';
import type { Lines } from './lines.ts';
import { type Ask, type Outcome, unasked } from './outcome.ts';
import { parseAnswer } from './parse-answer.ts';

/** Awaited before an answer is read: when many come at once, the loop is let free in between. */
export type Turns = () => Promise<void> | undefined;

/** One question on one socket. Of what comes back nothing is believed yet but that it is an answer in GraphQL. */
export const sendOverHttp =
  (lines: Lines, limits: AnswerLimits, turns?: Turns): Ask =>
  async (member, request, { signal }) => {
    const place = lines.placeOf(member.url);
    if (!place) return forbidden(member);
    const { origin, path } = place;
    const exchanging = { member, path, request, limits };
    const exchanged = await exchangeOn(lines, { origin, exchanging, signal });
    if (exchanged.kind === 'refused') return exchanged.outcome;
    await turns?.();
    return parseAnswer(member, exchanged.bytes, { ...limits, reader: request.reader });
  };

type Exchanging = {
  readonly origin: string;
  readonly exchanging: Exchange;
  readonly signal: AbortSignal;
};

/** The line is given back as soon as the answer is there; what it says is read later, and by then another question may be on it. */
function exchangeOn(lines: Lines, { origin, exchanging, signal }: Exchanging): Promise<Exchanged> {
  const line = lines.take(origin);
  const kept = line.socket();
  const bytesBefore = kept?.bytesRead;
  const forget = whenEnded(signal, () => lines.drop(line));
  return exchange(line, exchanging).then(
    (exchanged) => {
      forget();
      if (exchanged.kind === 'whole') lines.keep(origin, line);
      else lines.drop(line);
      return exchanged;
    },
    (error) => {
      forget();
      lines.drop(line);
      const wasTired = closedUnderUs(error) && kept?.bytesRead === bytesBefore;
      const outcome = failure(exchanging.member, error, exchanging.limits);
      return { kind: 'refused', outcome: kept && wasTired ? { ...outcome, wasTired } : outcome };
    },
  );
}

const forbidden = ({ code }: MemberAddress): Outcome =>
  unasked(
    'UNREACHABLE',
    `${code} is not asked: its address is not https outside private networks; an operator may allow others (allowPrivateMembers).`,
  );
