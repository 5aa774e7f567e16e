import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { Logger } from 'pino';
import { Registry } from 'prom-client';
import type { MemberCode } from '../../schema/index.ts';
import type { Send } from '../members/index.ts';
import { countRequest } from './count.ts';
import { openMeters } from './meters.ts';
import type { Note } from './note.ts';
import { forgetStanding, readNow } from './read-now.ts';
import { requestLine } from './request-line.ts';
import type { Answered } from './request-record.ts';
import type { Standing } from './standing.ts';
import { startAtZero, startMembersAtZero } from './start-at-zero.ts';

export type Telemetry = {
  /** To be told once of each request to /graphql, when its answer is out; with its note where it came to be a question. */
  readonly answered: (answered: Answered, note: Note | undefined) => void;
  /** The same sending; how many wait for an answer is counted. */
  readonly inFlight: (send: Send) => Send;
  /** From now on these are the members. What was counted of others stays; how they stand is told no more. */
  readonly replace: (members: readonly MemberCode[]) => void;
  /** Everything, as Prometheus reads it, with how the members stand now. */
  readonly metrics: (statuses: readonly Standing[]) => Promise<string>;
  readonly close: () => void;
};

/** What operators see of one gateway: its metrics, and a line for each request. Nothing leaves by itself. */
export function openTelemetry(
  members: readonly MemberCode[],
  logger: Pick<Logger, 'info' | 'isLevelEnabled'>,
): Telemetry {
  const registry = new Registry();
  const meters = openMeters(registry);
  startAtZero(meters);
  startMembersAtZero(meters, members);
  const loop = monitorEventLoopDelay();
  loop.enable();
  const counted = new Set(members);
  let waiting = new Map(members.map((code) => [code, 0]));
  const change = (code: MemberCode, by: number) => {
    const before = waiting.get(code);
    if (before !== undefined) waiting.set(code, Math.max(0, before + by)); // one that came back starts at none
  };
  return {
    answered: (answered, note) => {
      const record = { ...answered, question: note?.question() };
      countRequest(meters, record);
      if (logger.isLevelEnabled('info')) logger.info(requestLine(record), LINE_SAYS);
    },
    inFlight: (send) => (member, request, calling) => {
      change(member.code, 1);
      const answering = send(member, request, calling);
      answering.then(
        () => change(member.code, -1),
        () => change(member.code, -1),
      );
      return answering;
    },
    replace: (codes) => {
      const gone = [...waiting.keys()].filter((code) => !codes.includes(code));
      const added = codes.filter((code) => !counted.has(code));
      waiting = new Map(codes.map((code) => [code, waiting.get(code) ?? 0]));
      forgetStanding(meters, gone);
      startMembersAtZero(meters, added);
      for (const code of added) counted.add(code);
    },
    metrics: (statuses) => {
      for (const [member, asks] of waiting) meters.inFlight.set({ member }, asks);
      readNow(meters, statuses, loop);
      return registry.metrics();
    },
    close: () => {
      loop.disable();
    },
  };
}

const LINE_SAYS = 'A request was answered.';
