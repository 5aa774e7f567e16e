import type { Meters } from './meters.ts';
import { codeLabel, statusLabel } from './metrics-table.ts';
import { codesOf, type Question, type RequestRecord } from './request-record.ts';

/** Adds one request to the metrics. */
export function countRequest(meters: Meters, record: RequestRecord): void {
  meters.requests.inc({ status: statusLabel(record.status) });
  meters.duration.observe(record.tookMs / 1000);
  meters.answerBytes.observe(record.bytes);
  for (const code of new Set(codesOf(record).map(codeLabel))) meters.refusals.inc({ code });
  if (record.question) countQuestion(meters, record.question);
}

function countQuestion(meters: Meters, question: Question): void {
  if (question.coverage) meters.answers.inc({ complete: String(question.coverage.complete) });
  if (question.cost) meters.cost.observe({ outcome: outcomeOf(question) }, question.cost.cost);
  if (question.plan) meters.plans.inc({ plan: question.plan });
  if (question.plan !== 'shared') countAsks(meters, question);
}

/** What was asked once is counted once: by the request that asked. */
function countAsks(meters: Meters, question: Question): void {
  meters.rowsMoved.inc(question.rows.moved);
  meters.rowsReturned.inc(question.rows.kept);
  for (const { asks } of question.hops)
    for (const { member, outcome, tookMs } of asks) {
      meters.asks.inc({ member, outcome });
      if (tookMs !== null) meters.askDuration.observe({ member }, tookMs / 1000);
    }
}

const outcomeOf = ({ codes }: Question): 'accepted' | 'refused' =>
  codes.includes('COST_EXCEEDED') ? 'refused' : 'accepted';
