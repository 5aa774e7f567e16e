import { code, table } from '../contract-docs/index.ts';

/** An alert worth having, for Prometheus. */
export type Alert = {
  readonly name: string;
  readonly expr: string;
  /** How long it must hold. */
  readonly lasts: string;
  readonly why: string;
  readonly remedy: string;
};

/** The most urgent first. */
export const ALERTS: readonly Alert[] = [
  {
    name: 'ZelligeGone',
    expr: 'up{job="zellige"} == 0',
    lasts: '1m',
    why: 'Nobody is answered.',
    remedy:
      'Start it; the last lines of its log say why it ended. One line tells each fault of its settings.',
  },
  {
    name: 'ZelligeFaults',
    expr: 'increase(zellige_refusals_total{code="INTERNAL"}[10m]) > 0 or increase(zellige_requests_total{status="500"}[10m]) > 0',
    lasts: '0m',
    why: 'A fault of the gateway itself; there should be none.',
    remedy: 'Look for level error in the log and report what it says.',
  },
  {
    name: 'ZelligeManyMembersMissing',
    expr: 'count(zellige_member_answering == 0) > 0.2 * count(zellige_member_answering)',
    lasts: '5m',
    why: 'When many fall silent at once, it is seldom them: the network of the gateway, its resolver, its clock (certificates), or its own load.',
    remedy:
      'Ask two of them with `curl` from the machine of the gateway; look at its resolver and at its CPU.',
  },
  {
    name: 'ZelligeMemberSilent',
    expr: 'zellige_member_answering == 0',
    lasts: '15m',
    why: 'One member is missing from every answer.',
    remedy: 'Its last reason stands on `/members`; the table of reasons says what to do.',
  },
  {
    name: 'ZelligeMemberBreaksContract',
    expr: 'increase(zellige_member_asks_total{outcome="PROTOCOL_ERROR"}[15m]) > 0',
    lasts: '0m',
    why: 'A member sends what cannot be believed; it is left out, and only its agency can mend it.',
    remedy: 'Send its agency the sentence from `/members` or from the log.',
  },
  {
    name: 'ZelligeMemberLate',
    expr: 'histogram_quantile(0.95, sum by (member, le) (rate(zellige_member_ask_duration_seconds_bucket[15m]))) > 2',
    lasts: '15m',
    why: 'A member that is slow today is missing tomorrow: a question has 5 s, and a hop before another 60 % of what is left.',
    remedy: 'Tell its agency; meanwhile a longer `deadlineMs` helps who can wait.',
  },
  {
    name: 'ZelligeAnswersIncomplete',
    expr: 'sum(rate(zellige_answers_total{complete="false"}[30m])) / sum(rate(zellige_answers_total[30m])) > 0.5',
    lasts: '30m',
    why: 'Half of the answers lack somebody. Partial is normal; mostly partial is not.',
    remedy: 'The rates of `zellige_member_asks_total` by member and outcome say who and why.',
  },
  {
    name: 'ZelligeSlow',
    expr: 'histogram_quantile(0.95, sum by (le) (rate(zellige_request_duration_seconds_bucket[15m]))) > 4',
    lasts: '15m',
    why: 'People wait for nearly the whole deadline; mostly a member hangs and its breaker has not opened.',
    remedy: 'Look at `zellige_member_ask_duration_seconds` by member, then at `ZelligeBusy`.',
  },
  {
    name: 'ZelligeBusy',
    expr: 'zellige_event_loop_delay_seconds{quantile="0.99"} > 0.1',
    lasts: '5m',
    why: 'The process has more to do than one core can: everybody waits for everybody.',
    remedy:
      'Look at `rate(process_cpu_seconds_total[5m])`, at the cost of questions and at who asks; a second gateway with the same `cursorKey` shares the load.',
  },
  {
    name: 'ZelligeMemoryGrows',
    expr: 'predict_linear(nodejs_heap_size_used_bytes[6h], 86400) > 3e9',
    lasts: '1h',
    why: 'The heap would reach its usual limit within a day.',
    remedy:
      'Restart it at a quiet hour, which loses nothing, and report it with the two metrics of memory.',
  },
  {
    name: 'ZelligePlansNotKept',
    expr: 'sum(rate(zellige_plans_total{plan="made"}[30m])) / sum(rate(zellige_plans_total[30m])) > 0.5',
    lasts: '30m',
    why: 'A client writes values into its questions instead of into variables, so each is planned anew: milliseconds of CPU each time.',
    remedy:
      'Find it by the many values of `queryHash` beside one `operation` in the log; ask it to use variables.',
  },
  {
    name: 'ZelligeCostRefused',
    expr: 'increase(zellige_refusals_total{code="COST_EXCEEDED"}[1h]) > 20',
    lasts: '0m',
    why: 'Somebody asks for too much at once, or the limit is too low for what people need.',
    remedy: 'Compare the two sides of `zellige_request_cost`, `accepted` and `refused`.',
  },
];

export const alerts = (): readonly string[] =>
  table(
    ['alert', 'when', 'for', 'why', 'what to do'],
    ALERTS.map(({ name, expr, lasts, why, remedy }) => [name, code(expr), lasts, why, remedy]),
  );
