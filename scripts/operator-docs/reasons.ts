import type { MissingReason } from '../../gateway/index.ts';
import { code, table } from '../contract-docs/index.ts';

type Told = { readonly means: string; readonly remedy: string };

const REASONS: Readonly<Record<MissingReason, Told>> = {
  TIMEOUT: {
    means: 'It did not answer within the time that the question had left for it.',
    remedy:
      'Compare `zellige_member_ask_duration_seconds` of this member with `deadlineMs`. If it is always near it, its agency looks at its database and its network; if only for some questions, they are large: ask for smaller pages.',
  },
  UNREACHABLE: {
    means:
      'No connection came about, it broke before the answer was whole, or its server answered with 429 or a status of 500 and more.',
    remedy:
      'The log has the cause (`ECONNREFUSED`, `ENOTFOUND`, a certificate, a status). Ask its address from the machine of the gateway with `curl`; then it is the network, its certificate, or its agency.',
  },
  BREAKER_OPEN: {
    means:
      'It failed again and again, so it is left in peace for a while; no socket is opened to it.',
    remedy:
      'Nothing to do at the gateway: it tries by itself, one ask at a time. `/members` has the last reason before it; go by that.',
  },
  PROTOCOL_ERROR: {
    means:
      'It answered what breaks the contract: not JSON, rows of another, in the wrong order, more than were asked for, a count below its rows, another contract; or null with an error of its own, as when its database is gone. Nothing of that answer is shown.',
    remedy:
      'The log and `/members` have the sentence: what it sent, where, and what was expected. Send it to its agency. It is a fault of theirs, and their answers are refused until it is mended.',
  },
  MODULE_NOT_OFFERED: {
    means: 'It does not publish this part of the contract, and says so.',
    remedy: 'Nothing. It is not a failure; it is told so that nobody takes silence for zero.',
  },
  FIELD_NOT_OFFERED: {
    means:
      'It serves an earlier version of the contract. A field that this lacks is not asked of it, and null in its rows; a filter that it lacks leaves its rows out, for it cannot have applied it.',
    remedy: 'Nothing at the gateway; its agency may move to the newer version.',
  },
  NOT_ENTITLED: {
    means: 'It does not give this to who asks.',
    remedy: 'Nothing at the gateway; who needs it asks the agency for access.',
  },
  WITHDRAWN: {
    means: 'It was a member when the scroll began, and is none any more.',
    remedy: 'Nothing, if you took it out of `members`. Else put it back.',
  },
  COST_EXCEEDED: {
    means: 'The question asked it for more rows than it gives in one answer.',
    remedy:
      'Nothing at the gateway; who asked is told to ask for fewer lists at once, or smaller pages.',
  },
};

export const reasons = (): readonly string[] =>
  table(
    ['reason', 'what it means', 'what to do'],
    Object.entries(REASONS).map(([reason, { means, remedy }]) => [code(reason), means, remedy]),
  );
