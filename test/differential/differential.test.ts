import { expect, test } from '@jest/globals';
import type { Difference } from './compare/difference.ts';
import { cases, FULL, ONLY } from './config.ts';
import { ENGINES } from './serve/engine.ts';
import { type Failure, type Found, type Run, runCases } from './served-worlds.ts';
import { shownFailures, type Wanted } from './shown-failures.ts';
import { STOCK_DIFFERENCES } from './stock-differences.ts';

/** The stock engine is given no aliases that carry the names of other fields, which are refused before it, and no subgraphs that are out of order. */
const STOCKS = { shadowing: false, outages: false };
const OURS = { shadowing: true, outages: true };

const numbers = (count: number): readonly number[] => Array.from({ length: count }, (_, i) => i);

/** All of them, or the one that is asked for alone. */
function chosen(worlds: number, places: number): Pick<Run, 'worlds' | 'places'> {
  const [world, place] = ONLY?.split('/') ?? [];
  if (world && place) return { worlds: [world], places: [Number(place)] };
  return { worlds: numbers(worlds).map((each) => `world ${each}`), places: numbers(places) };
}

type Of = Pick<Failure, 'case' | 'served'>;
const classOf = (difference: Difference, { case: asked, served: { world } }: Of) =>
  STOCK_DIFFERENCES.find((each) => each.covers({ ...difference, world, case: asked }));

/** Composition may refuse what chance has split, but seldom. */
function expectMostToCompose({ refused }: Found, { worlds }: Pick<Run, 'worlds'>) {
  if (!ONLY) expect(refused.length / worlds.length).toBeLessThan(0.15);
}

test('our engine answers random cases as one schema with all the data would', async () => {
  const run = { open: ENGINES.zellige, manner: OURS, ...chosen(cases(17, 400), cases(32, 55)) };
  const found = await runCases(run);
  expect(await shownFailures(found.failures, () => true)).toEqual([]);
  expectMostToCompose(found, run);
  if (!ONLY) expect(found.cases).toBeGreaterThan(cases(500, 20_000));
}, 3_600_000);

test('the stock engine answers random cases as one schema with all the data would, but for what is listed', async () => {
  const run = { open: ENGINES.apollo, manner: STOCKS, ...chosen(cases(10, 80), cases(25, 50)) };
  const found = await runCases(run);
  const isNew: Wanted = (difference, of) => !classOf(difference, of);
  const failures = found.failures.filter((each) => isNew(each.difference, each));
  expect(await shownFailures(failures, isNew)).toEqual([]);
  expectMostToCompose(found, run);
  if (!FULL) return;
  const seen = new Set(found.failures.map((each) => classOf(each.difference, each)?.id));
  expect(STOCK_DIFFERENCES.filter(({ id }) => !seen.has(id))).toEqual([]);
}, 3_600_000);
