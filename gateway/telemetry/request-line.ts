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
  complete:
    'whether everybody who could add has answered, afresh; `null` where the question was not executed',
  asked: 'members that were asked, by their codes',
  missing: 'members of which something is missing, each with its reason',
  stale: 'members whose answer was kept from before, each with the moment it speaks of',
  cost: '`cost` of the question, `limit` the most that it may be; `null` where it was not counted',
  rows: '`moved` came from members, `returned` of them went on into the answer',
  plan: '`kept` from before, or `made` for this question; `shared` where it was asked at the same time as an equal one and given its answer: members were asked once for both',
} as const satisfies Readonly<Record<string, string>>;

export type RequestLine = Readonly<Record<keyof typeof LINE_FIELDS, unknown>>;

/** One line for the log. Of what a client sent it holds a hash and the operation's name, which is letters, digits and underscores. */
export function requestLine(record: RequestRecord): RequestLine {
  const { status, tookMs, bytes, question } = record;
  const { coverage = null } = question ?? {};
  return {
    status,
    ms: timesOf(tookMs, question?.spent),
    bytes,
    queryHash: question?.queryHash ?? null,
    operation: question?.operation?.slice(0, OPERATION_LETTERS_MAX) ?? null,
    viewer: question?.viewer ?? null,
    codes: codesOf(record),
    complete: coverage?.complete ?? null,
    asked: [...new Set(coverage?.hops.flatMap(({ asked }) => asked))].sort(),
    missing: Object.fromEntries(
      coverage?.missing.map(({ member, reason }) => [member, reason]) ?? [],
    ),
    stale: Object.fromEntries(coverage?.stale.map(({ member, asOf }) => [member, asOf]) ?? []),
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
