import type { MemberCode } from '../../schema/index.ts';
import type { Meters } from './meters.ts';
import { METRICS } from './metrics-table.ts';

/** A counter that appears with its first event hides that event from a rate; so each is there from the start. */
export function startAtZero(meters: Meters): void {
  for (const status of METRICS.requests.labels.status) meters.requests.inc({ status }, 0);
  for (const complete of METRICS.answers.labels.complete) meters.answers.inc({ complete }, 0);
  for (const code of METRICS.refusals.labels.code) meters.refusals.inc({ code }, 0);
  for (const outcome of METRICS.cost.labels.outcome) meters.cost.zero({ outcome });
  for (const plan of METRICS.plans.labels.plan) meters.plans.inc({ plan }, 0);
}

/** The same of members, whenever they come. */
export function startMembersAtZero(meters: Meters, members: readonly MemberCode[]): void {
  for (const member of members) {
    for (const outcome of METRICS.asks.labels.outcome) meters.asks.inc({ member, outcome }, 0);
    meters.askDuration.zero({ member });
  }
}
