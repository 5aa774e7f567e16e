import type { Chance } from './chance.ts';
import type { Client } from './client.ts';
import { type ListPage, type PageOf, pageQuestion, type Scroll } from './scroll.ts';

/** A list of so many rows, and who is asked for its pages. */
export type Scrolling = {
  readonly ask: Client['ask'];
  readonly scroll: Scroll;
  readonly count: number;
};

/** What a step through a list shows, and where it goes on. */
type Step = {
  readonly first: number;
  readonly kept: number;
  readonly next: string | null;
  readonly shown: Shown;
};
type Shown = {
  readonly ids: readonly string[];
  readonly hasNextPage: boolean;
  readonly hasEnd: boolean;
  readonly count: number;
  readonly saysWhetherAll: boolean;
};

/** What each step must show: the rows behind those kept before, as many as asked. */
export function stepsThrough(
  expected: readonly string[],
  steps: readonly Step[],
): readonly Shown[] {
  let start = 0;
  return steps.map(({ first, kept }) => {
    const ids = expected.slice(start, start + first);
    const hasNextPage = expected.length > start + ids.length;
    start += kept;
    return {
      ids,
      hasNextPage,
      hasEnd: ids.length > 0,
      count: expected.length,
      saysWhetherAll: true,
    };
  });
}

/** Page after page to the end, their size now and then another, from the end of a page or from a row within it. */
export async function scrollThrough(
  { ask, scroll, count }: Scrolling,
  chance: Chance,
): Promise<readonly Step[]> {
  const steady = chance.happens(0.6) ? pageSize(chance, count) : undefined;
  const steps: Step[] = [];
  let after: string | null = null;
  do {
    const first: number = steady ?? pageSize(chance, count);
    const step: Step = await takeStep({ ask, scroll, first, after }, chance.happens(0.1));
    steps.push(step);
    after = step.next;
  } while (after !== null && steps.length < count + 20);
  return steps;
}

/** From 1 to 200, but so that a list has some twelve pages at most. */
function pageSize(chance: Chance, count: number): number {
  if (chance.happens(0.4)) return 1 + chance.below(200);
  const part = Math.ceil(count / (1 + chance.below(4)));
  return Math.max(Math.ceil(count / 12), 1 + chance.below(Math.max(1, part)));
}

type Taking = Omit<Scrolling, 'count'> & PageOf;
async function takeStep(
  { ask, scroll, first, after }: Taking,
  stopsWithin: boolean,
): Promise<Step> {
  const { edges, pageInfo, total, coverage } = await readPage(ask, scroll, { first, after });
  const isWithin = stopsWithin && edges.length > 1;
  const end = pageInfo.hasNextPage ? pageInfo.endCursor : null;
  return {
    first,
    kept: isWithin ? edges.length - 1 : edges.length,
    next: isWithin ? (edges.at(-2)?.cursor ?? null) : end,
    shown: {
      ids: edges.map(({ node }) => node.id),
      hasNextPage: pageInfo.hasNextPage,
      hasEnd: pageInfo.endCursor !== null,
      count: total.count,
      saysWhetherAll: (total.precision === 'EXACT') === coverage.complete,
    },
  };
}

async function readPage(ask: Client['ask'], scroll: Scroll, page: PageOf): Promise<ListPage> {
  const answer = await ask(pageQuestion(scroll, page));
  const data = answer.data as { list?: ListPage; parents?: readonly { list: ListPage }[] } | null;
  const list = data?.list ?? data?.parents?.[0]?.list;
  if (answer.errors || !list)
    throw new Error(`${JSON.stringify(scroll)}: ${JSON.stringify(answer)}`);
  return list;
}
