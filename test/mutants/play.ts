import { type Copy, openCopy } from './copy.ts';
import type { Mutant } from './mutant.ts';
import { runTests, type Verdict } from './run-tests.ts';

export type Played = {
  readonly mutant: Mutant;
  readonly verdict: Verdict;
  readonly tookMs: number;
};
export type Playing = {
  readonly mutants: readonly Mutant[];
  /** How many are played at a time, each in a copy of its own. */
  readonly atOnce: number;
  readonly tell: (played: Played) => void;
};

/** The tests without a fault: all must pass, or their failing would say nothing. */
export async function playNone(mutants: readonly Mutant[]): Promise<Verdict> {
  const copy = openCopy();
  try {
    return await runTests(copy.folder, [...new Set(mutants.flatMap((each) => each.caughtBy))]);
  } finally {
    copy.close();
  }
}

/** Plants one fault after another, and tells what its tests said of it. */
export async function playAll({ mutants, atOnce, tell }: Playing): Promise<readonly Played[]> {
  const waiting = [...mutants];
  const played: Played[] = [];
  const playInTurn = async () => {
    const copy = openCopy();
    try {
      for (let next = waiting.shift(); next; next = waiting.shift()) {
        const one = await play(copy, next);
        played.push(one);
        tell(one);
      }
    } finally {
      copy.close();
    }
  };
  await Promise.all(Array.from({ length: atOnce }, playInTurn));
  return played;
}

async function play(copy: Copy, mutant: Mutant): Promise<Played> {
  const takeOut = copy.plant(mutant);
  const startedMs = performance.now();
  const verdict = await runTests(copy.folder, mutant.caughtBy);
  takeOut();
  return { mutant, verdict, tookMs: performance.now() - startedMs };
}
