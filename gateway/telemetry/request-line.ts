import type { AskRecord } from '../members/index.ts';
import { codesOf, type RequestRecord, type Spent } from './request-record.ts';

/** The fields of a request's log line with what each means, for the operator's page. */
export const LINE_FIELDS = {
  status: 'HTTP status; `null` where the client left before its answer',
  ms: '`total`, and of it `checked` (reading and checking the question), `planned` and `executed`; `null` where it did not come to that',
  bytes: 'length of the answer before it is compressed',
  queryHash:
    'the first 16 digits of the SHA-256 of the question, as in `printf %s "$QUESTION" | sha256sum`; `null` where there was none to read',
  operation: 'the name that the question gives itself, its first 64 letters; `null` without one',
  viewer: 'who asks; `public` until access is built',
  codes: 'codes that the answer names, each once, as in the table of refusals',
  complete: 'whether nobody is missing who could have added; `null` where nobody was asked',
  asked: 'members that could add to the answer, by their codes',
  missing: 'those of them of which something is missing, each with its reason',
  cost: '`cost` of the question, `limit` the most that it may be; `null` where it was not counted',
  rows: '`moved` came from members, `returned` of them went on into the answer',
  plan: '`kept` from before, or `made` for this question',
} as const satisfies Readonly<Record<string, string>>;

export type RequestLine = Readonly<Record<keyof typeof LINE_FIELDS, unknown>>;

/** One line for the log. Of what a client sent it holds a hash and the operation's name, which is letters, digits and underscores. */
export function requestLine(record: RequestRecord): RequestLine {
  const { status, tookMs, bytes, question } = record;
  const asks = question?.hops.flatMap((hop) => hop.asks) ?? [];
  return {
    status,
    ms: timesOf(tookMs, question?.spent),
    bytes,
    queryHash: question?.queryHash ?? null,
    operation: question?.operation?.slice(0, OPERATION_LETTERS_MAX) ?? null,
    viewer: question?.viewer ?? null,
    codes: codesOf(record),
    complete: question?.isComplete ?? null,
    asked: [...new Set(asks.map(({ member }) => member))].sort(),
    missing: missingOf(asks),
    cost: question?.cost ?? null,
    rows: { moved: question?.rows.moved ?? 0, returned: question?.rows.kept ?? 0 },
    plan: question?.plan ?? null,
  };
}

const OPERATION_LETTERS_MAX = 64;

const timesOf = (tookMs: number, spent: Spent | undefined) => ({
  total: tenths(tookMs),
  checked: tenths(spent?.checkedMs ?? null),
  planned: tenths(spent?.plannedMs ?? null),
  executed: tenths(spent?.executedMs ?? null),
});

const tenths = (ms: number | null): number | null =>
  ms === null ? null : Math.round(ms * 10) / 10;

/** The first reason of each, in order of codes; of who answers now, why something of earlier pages is missing. */
function missingOf(asks: readonly AskRecord[]): Readonly<Record<string, string>> {
  const missing = asks.flatMap(
    ({ member, outcome, missed }): readonly (readonly [string, string])[] => {
      const reason = outcome === 'ANSWERED' ? missed : outcome;
      return reason === undefined ? [] : [[member, reason]];
    },
  );
  return Object.fromEntries(
    [...new Map(missing.toReversed())].sort(([a], [b]) => (a < b ? -1 : 1)),
  );
}
