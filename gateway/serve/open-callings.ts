import type { IncomingHttpHeaders } from 'node:http';
import type { RequestContext } from '../engine/index.ts';
import {
  CLIENT_GONE,
  GATEWAY_STOPS,
  openCalling,
  REQUEST_ANSWERED,
  type Viewer,
} from '../members/index.ts';
import type { HttpQuestion } from '../server/index.ts';

export type Callings = {
  readonly open: (asked: HttpQuestion) => RequestContext;
  /** Ends what is under way: each request answers with what it has. */
  readonly hurry: () => void;
};

/** Each request ends with its deadline, with its answer, or when its client leaves. Every hop has all the time that is left. */
export function openCallings(deadlineMs: number, headers: readonly string[]): Callings {
  const ends = new Set<(why: Error) => void>();
  return {
    open: (asked) => {
      const { calling, end } = openCalling(VIEWER, deadlineMs);
      ends.add(end);
      asked.onEnd((isAnswered) => {
        ends.delete(end);
        end(isAnswered ? REQUEST_ANSWERED : CLIENT_GONE);
      });
      const { viewer, signal } = calling;
      return { calling: { viewer, signal, forwarded: forwardedOf(asked.headers, headers) } };
    },
    hurry: () => {
      for (const end of ends) end(GATEWAY_STOPS);
    },
  };
}

/** Who asks is told to the subgraphs by the headers that are passed on. */
const VIEWER: Viewer = 'public';

const forwardedOf = (
  given: IncomingHttpHeaders,
  names: readonly string[],
): Readonly<Record<string, string>> =>
  Object.fromEntries(
    names.flatMap((name): readonly (readonly [string, string])[] => {
      const value = given[name];
      return value === undefined ? [] : [[name, String(value)]];
    }),
  );
