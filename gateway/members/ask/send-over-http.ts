import type { MemberAddress } from '../member.ts';
import { whenEnded } from '../when-ended.ts';
import { type AnswerLimits, exchange } from './exchange.ts';
import { closedUnderUs, failure } from './failure.ts';
import type { Lines } from './lines.ts';
import { type Ask, type Outcome, unasked } from './outcome.ts';

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
    const forget = whenEnded(signal, () => lines.drop(line));
    try {
      const { outcome, isWhole } = await exchange(line, { member, path, request, limits });
      if (isWhole) lines.keep(origin, line);
      else lines.drop(line);
      return outcome;
    } catch (error) {
      lines.drop(line);
      const wasTired = closedUnderUs(error) && kept?.bytesRead === bytesBefore;
      const outcome = failure(member, error, limits);
      return kept && wasTired ? { ...outcome, wasTired } : outcome;
    } finally {
      forget();
    }
  };

const forbidden = ({ code }: MemberAddress): Outcome =>
  unasked(
    'UNREACHABLE',
    `${code} is not asked: its address is not https outside private networks; an operator may allow others (allowPrivateMembers).`,
  );
