import type { JsonObject } from '../members/index.ts';

/** A question as it was asked first. */
export type BusyQuestion = {
  readonly queryHash: string;
  readonly query: string;
  readonly operationName: string | undefined;
  readonly variables: JsonObject;
};

export type Busiest = {
  readonly note: (question: BusyQuestion) => void;
  /** So many of those asked most often, the busiest first. */
  readonly list: (most: number) => readonly BusyQuestion[];
};

/** `charactersMax` is of one question with its variables; a longer one is not counted. */
export type BusiestLimits = { readonly questionsMax: number; readonly charactersMax: number };

type Counted = { readonly question: BusyQuestion; readonly times: number };

/** Counts questions by their text. Where there is no room, the one is forgotten that was not asked for longest. */
export function openBusiest({ questionsMax, charactersMax }: BusiestLimits): Busiest {
  const counted = new Map<string, Counted>();
  return {
    note: (question) => {
      const key = `${question.queryHash} ${question.operationName ?? ''}`;
      const known = counted.get(key);
      if (!known && lengthOf(question) > charactersMax) return;
      counted.delete(key); // to the end of the order in which they were asked
      counted.set(key, { question: known?.question ?? question, times: (known?.times ?? 0) + 1 });
      const [oldest] = counted.keys();
      if (counted.size > questionsMax && oldest !== undefined) counted.delete(oldest);
    },
    list: (most) =>
      [...counted.values()]
        .toSorted((a, b) => b.times - a.times)
        .slice(0, most)
        .map(({ question }) => question),
  };
}

const lengthOf = ({ query, variables }: BusyQuestion): number =>
  query.length + JSON.stringify(variables).length;
