import { type Account, requestCoverage, type Viewer } from '../members/index.ts';
import type { Cost, PlanOrigin, Question, Spent } from './request-record.ts';

/** What is noted of one question while it is answered. It is part of the request's context. */
export type Note = {
  /** The question has been read and checked; now it is executed. */
  readonly checked: () => void;
  /** There is a plan. */
  readonly planned: (plan: PlanOrigin) => void;
  readonly answered: (answer: AnswerNoted) => void;
  /** Undefined until it is answered. */
  readonly question: () => Question | undefined;
};

export type AnswerNoted = {
  readonly queryHash: string;
  readonly operation: string | null;
  readonly viewer: Viewer;
  readonly codes: readonly string[];
  readonly cost: Cost | null;
  readonly account: Account | undefined;
};

type Times = {
  readonly beganAt: number;
  checkedAt?: number;
  plannedAt?: number;
  answeredAt?: number;
};

export function openNote(): Note {
  const times: Times = { beganAt: performance.now() };
  let plan: Question['plan'] = null;
  let noted: AnswerNoted | undefined;
  return {
    checked: () => {
      times.checkedAt = performance.now();
    },
    planned: (origin) => {
      times.plannedAt = performance.now();
      plan = origin;
    },
    answered: (answer) => {
      times.answeredAt = performance.now();
      noted = answer;
    },
    question: () => noted && questionFrom(noted, plan, times),
  };
}

function questionFrom(noted: AnswerNoted, plan: Question['plan'], times: Times): Question {
  const { account, ...known } = noted;
  const hops = account?.hops() ?? [];
  const wasExecuted = times.checkedAt !== undefined;
  return {
    ...known,
    coverage: wasExecuted ? requestCoverage(hops, () => null) : null,
    plan,
    hops,
    rows: account?.rows() ?? { moved: 0, kept: 0 },
    spent: spentOf(times),
  };
}

function spentOf({ beganAt, checkedAt, plannedAt, answeredAt }: Times): Spent {
  return {
    checkedMs: between(beganAt, checkedAt),
    plannedMs: between(checkedAt, plannedAt),
    executedMs: between(plannedAt ?? checkedAt, answeredAt),
  };
}

const between = (from: number | undefined, to: number | undefined): number | null =>
  from === undefined || to === undefined ? null : to - from;
