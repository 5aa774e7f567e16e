import { REFUSALS, type RefusalCode } from '../../schema/index.ts';
import type { AskRecord } from '../members/index.ts';
import type { BreakerState } from './standing.ts';

/** A metric as it is opened and as the operator's page describes it. */
export type Metric = {
  readonly name: string;
  readonly kind: 'counter' | 'gauge' | 'histogram';
  readonly unit: string;
  /** What it counts, for its help line and for the page. */
  readonly says: string;
  /** Each label with all values that it can have: nothing that a client sends can make a series. */
  readonly labels: Readonly<Record<string, readonly string[] | typeof MEMBERS>>;
  readonly buckets?: readonly number[];
};

/** The codes of those that are members, or have been since the start. */
const MEMBERS = 'each member';

type Outcome = AskRecord['outcome'];
/** A record, so that a new reason does not compile until it is here. */
const OUTCOMES: Readonly<Record<Outcome, true>> = {
  ANSWERED: true,
  TIMEOUT: true,
  UNREACHABLE: true,
  BREAKER_OPEN: true,
  PROTOCOL_ERROR: true,
  MODULE_NOT_OFFERED: true,
  FIELD_NOT_OFFERED: true,
  NOT_ENTITLED: true,
  WITHDRAWN: true,
  COST_EXCEEDED: true,
};
const BREAKERS = { CLOSED: true, OPEN: true, HALF_OPEN: true } as const satisfies Readonly<
  Record<BreakerState, true>
>;
export const BREAKER_STATES: readonly string[] = Object.keys(BREAKERS);

/** Every other code is a mistake in the question: it could not be read, or is not of this schema. */
export const MISTAKE = 'MISTAKE';
export const codeLabel = (code: string): RefusalCode | typeof MISTAKE =>
  isRefusal(code) ? code : MISTAKE;
const isRefusal = (code: string): code is RefusalCode => Object.hasOwn(REFUSALS, code);

/** Statuses that the gateway answers with; `gone` where the client left before its answer. */
const STATUSES = [
  '200',
  '400',
  '403',
  '404',
  '405',
  '406',
  '408',
  '413',
  '415',
  '429',
  '500',
  '503',
];
export const statusLabel = (status: number | null): string => {
  if (status === null) return 'gone';
  return STATUSES.includes(String(status)) ? String(status) : 'other';
};

const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60];
const BYTES = [1_000, 10_000, 100_000, 1_000_000, 10_000_000, 100_000_000];
const COSTS = [10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000];

/** In the order in which an operator looks. */
export const METRICS = {
  requests: {
    name: 'zellige_requests_total',
    kind: 'counter',
    unit: 'requests',
    says: 'Requests to /graphql, by the status of their answer.',
    labels: { status: [...STATUSES, 'other', 'gone'] },
  },
  duration: {
    name: 'zellige_request_duration_seconds',
    kind: 'histogram',
    unit: 'seconds',
    says: 'From the first byte of a request to /graphql to the last of its answer.',
    labels: {},
    buckets: SECONDS,
  },
  answers: {
    name: 'zellige_answers_total',
    kind: 'counter',
    unit: 'answers',
    says: 'Questions that were answered, by whether anybody who could have added to the answer is missing.',
    labels: { complete: ['true', 'false'] },
  },
  refusals: {
    name: 'zellige_refusals_total',
    kind: 'counter',
    unit: 'requests',
    says: 'Requests whose answer names this code, refused whole or in part; each code once for each request.',
    labels: { code: [...Object.keys(REFUSALS), MISTAKE] },
  },
  cost: {
    name: 'zellige_request_cost',
    kind: 'histogram',
    unit: 'cost',
    says: 'Cost of questions, counted before anybody is asked, by whether it was within its limit.',
    labels: { outcome: ['accepted', 'refused'] },
    buckets: COSTS,
  },
  answerBytes: {
    name: 'zellige_answer_bytes',
    kind: 'histogram',
    unit: 'bytes',
    says: 'Length of answers before they are compressed.',
    labels: {},
    buckets: BYTES,
  },
  plans: {
    name: 'zellige_plans_total',
    kind: 'counter',
    unit: 'questions',
    says: 'Questions by whether their plan was kept from before or had to be made; shared are those that were given the answer of an equal one, for which members were asked once.',
    labels: { plan: ['kept', 'made', 'shared'] },
  },
  rowsMoved: {
    name: 'zellige_rows_moved_total',
    kind: 'counter',
    unit: 'rows',
    says: 'Rows of lists that came from members.',
    labels: {},
  },
  rowsReturned: {
    name: 'zellige_rows_returned_total',
    kind: 'counter',
    unit: 'rows',
    says: 'Those of them that went on into an answer; the others lay behind its page.',
    labels: {},
  },
  asks: {
    name: 'zellige_member_asks_total',
    kind: 'counter',
    unit: 'asks',
    says: 'Hops of questions to which this member could add, by what came of it: ANSWERED, or why it is missing.',
    labels: { member: MEMBERS, outcome: Object.keys(OUTCOMES) },
  },
  askDuration: {
    name: 'zellige_member_ask_duration_seconds',
    kind: 'histogram',
    unit: 'seconds',
    says: 'From asking this member to the end of its answer or of the wait; nothing where it was not asked.',
    labels: { member: MEMBERS },
    buckets: SECONDS,
  },
  inFlight: {
    name: 'zellige_member_asks_in_flight',
    kind: 'gauge',
    unit: 'asks',
    says: 'Requests to this member that wait for their answer now, the regular ones about itself among them.',
    labels: { member: MEMBERS },
  },
  answering: {
    name: 'zellige_member_answering',
    kind: 'gauge',
    unit: '0 or 1',
    says: '1 where this member answered the last thing that it was asked; what it answered may still have broken the contract.',
    labels: { member: MEMBERS },
  },
  breaker: {
    name: 'zellige_member_breaker',
    kind: 'gauge',
    unit: '0 or 1',
    says: '1 at the state that the breaker of this member is in: CLOSED asks, OPEN does not, HALF_OPEN tries once.',
    labels: { member: MEMBERS, state: BREAKER_STATES },
  },
  onTime: {
    name: 'zellige_member_on_time_ratio',
    kind: 'gauge',
    unit: 'share from 0 to 1',
    says: 'Share of its latest asks that this member answered on time; nothing until it has been asked.',
    labels: { member: MEMBERS },
  },
  loopDelay: {
    name: 'zellige_event_loop_delay_seconds',
    kind: 'gauge',
    unit: 'seconds',
    says: 'How late the event loop came to its work since these metrics were last read.',
    labels: { quantile: ['0.5', '0.99', '1'] },
  },
  cpu: {
    name: 'process_cpu_seconds_total',
    kind: 'counter',
    unit: 'seconds',
    says: 'CPU time of this process, user and system.',
    labels: {},
  },
  memory: {
    name: 'process_resident_memory_bytes',
    kind: 'gauge',
    unit: 'bytes',
    says: 'Memory of this process.',
    labels: {},
  },
  heap: {
    name: 'nodejs_heap_size_used_bytes',
    kind: 'gauge',
    unit: 'bytes',
    says: 'Of it, what objects of JavaScript take.',
    labels: {},
  },
  started: {
    name: 'process_start_time_seconds',
    kind: 'gauge',
    unit: 'seconds since 1970',
    says: 'When this process started.',
    labels: {},
  },
} as const satisfies Readonly<Record<string, Metric>>;
