import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { OwnList, Repository } from '../../../../../subgraphs/kit/repository.ts';
import type { OwnedType, Rows } from '../../../../../subgraphs/kit/rows.ts';
import { cases } from '../../../../oracle/config.ts';
import { anyAggregate, anyAskUnder, anyListAsk, anyOwnList, TYPES } from '../any-ask.ts';
import { anyRows } from '../any-records.ts';
import {
  capacityTotals,
  counts,
  estimateTotals,
  productionTotals,
} from '../expected/aggregates.ts';
import { choose } from '../expected/choose.ts';
import { inOrder } from '../expected/order.ts';
import { listOf, type Row, type Tables, tables } from '../expected/tables.ts';
import type { OneDatabase } from '../on-each-database.ts';
import { puts } from '../records.ts';

const asks = fc.record({
  lists: fc.array(anyListAsk, { minLength: 12, maxLength: 12 }),
  under: fc.array(anyAskUnder, { minLength: 6, maxLength: 6 }),
  own: fc.array(anyOwnList, { minLength: 2, maxLength: 2 }),
  aggregates: fc.array(anyAggregate, { minLength: 6, maxLength: 6 }),
});
type Asks = typeof asks extends fc.Arbitrary<infer Value> ? Value : never;

/** Random records and random questions: the database answers as plain sorting and filtering of arrays does. */
export function answersAsArrays({ open }: OneDatabase): void {
  const story =
    'every list, page, total and count is what sorting and filtering the records by hand gives';
  const tell = async () => {
    const repository = await open();
    let round = 0;
    await fc.assert(
      fc.asyncProperty(anyRows, asks, async (rows, asked) => {
        round += 1;
        await fill(repository, rows, round);
        await answersAll(repository, tables(revised(rows, round)), asked);
      }),
      { numRuns: cases(6, 200), endOnFailure: true },
    );
  };
  test(story, tell, cases(60_000, 600_000));
}

/** All that was there is deleted, and the new records go on with higher revisions. */
async function fill(repository: Repository, rows: Rows, round: number): Promise<void> {
  const { changes } = await repository.changes(0, 1_000_000);
  const standing = new Map(changes.map((change) => [change.recordId, change]));
  const gone = [...standing.values()].filter(({ kind }) => kind !== 'DELETED');
  await repository.write([
    ...gone.map(({ type, recordId }) => ({ type, remove: recordId, at: '2026-05-01T00:00:00Z' })),
    ...Object.entries(revised(rows, round)).flatMap(([type, list]) =>
      puts(type as OwnedType, list),
    ),
  ]);
}

const revised = (rows: Rows, round: number): Rows =>
  Object.fromEntries(
    Object.entries(rows).map(([type, list]) => [
      type,
      list.map((row) => ({ ...row, revision: round * 2 })),
    ]),
  );

async function answersAll(repository: Repository, held: Tables, asked: Asks): Promise<void> {
  expect(await repository.counts()).toEqual(
    TYPES.map((type) => ({ type, count: held[type].length })),
  );
  for (const ask of asked.lists) await answersList(repository, held, ask);
  for (const ask of asked.under) await answersUnder(repository, held, ask);
  for (const list of asked.own) await answersOwn(repository, held, list);
  for (const ask of asked.aggregates) await answersAggregate(repository, held, ask);
}

type ListAsk = Asks['lists'][number];
async function answersList(
  repository: Repository,
  held: Tables,
  { type, ...ask }: ListAsk,
): Promise<void> {
  const all = choose(held, type, ask.filter).toSorted(inOrder(ask.orderBy));
  const pages = [];
  let page = await repository.page(type, { ...ask, wantsTotal: true });
  pages.push(page);
  for (
    let last = page.rows.at(-1);
    page.hasNextPage && last && pages.length <= all.length;
    last = page.rows.at(-1)
  ) {
    page = await repository.page(type, { ...ask, after: last.position, wantsTotal: false });
    pages.push(page);
  }
  expect({ type, ask, rows: pages.flatMap(({ rows }) => rows.map(({ row }) => row)) }).toEqual({
    type,
    ask,
    rows: all,
  });
  expect(pages[0]?.total).toBe(all.length);
  expect(pages.length).toBe(Math.max(1, Math.ceil(all.length / ask.first)));
}

type UnderAsk = Asks['under'][number];
async function answersUnder(repository: Repository, held: Tables, ask: UnderAsk): Promise<void> {
  const { type, parent, parents, filter, orderBy, first } = ask;
  const lists = parents.map((each) =>
    choose(held, type, filter)
      .filter((row) => parentsOf(held, parent, row).includes(each))
      .toSorted(inOrder(orderBy)),
  );
  const pages = await repository.pagesUnder(type, parent, parents, {
    filter,
    orderBy,
    first,
    wantsTotal: true,
  });
  const given = pages.map(({ rows, total, hasNextPage }) => ({
    ids: rows.map(({ row }) => row.id),
    total,
    hasNextPage,
  }));
  const wanted = lists.map((list) => ({
    ids: list.slice(0, first).map(({ id }) => id),
    total: list.length,
    hasNextPage: list.length > first,
  }));
  expect({ ask, pages: given }).toEqual({ ask, pages: wanted });
  const after = pages[0]?.rows.at(-1)?.position;
  if (!after) return;
  const next = await repository.pagesUnder(type, parent, parents, {
    filter,
    orderBy,
    first,
    after,
    wantsTotal: false,
  });
  const compare = inOrder(orderBy);
  const mark = lists[0]?.[Math.min(first, lists[0].length) - 1];
  const behind = lists.map((list) => list.filter((row) => mark && compare(row, mark) > 0));
  expect({ ask, next: next.map(({ rows }) => rows.map(({ row }) => row.id)) }).toEqual({
    ask,
    next: behind.map((list) => list.slice(0, first).map(({ id }) => id)),
  });
}

function parentsOf(held: Tables, parent: UnderAsk['parent'], row: Row): readonly unknown[] {
  if (parent === 'country')
    return ['jurisdictionCode' in row ? row.jurisdictionCode : row.countryCode];
  if (parent === 'commodity')
    return 'commodityCodes' in row ? listOf(row.commodityCodes) : [row.commodityCode];
  return 'lei' in row
    ? [row.lei]
    : held.Organisation.filter(({ id }) => id === row.operatorId).map(({ lei }) => lei);
}

async function answersOwn(repository: Repository, held: Tables, list: OwnList): Promise<void> {
  const orders = { Site: [], ResourceEstimate: ['EFFECTIVE_DATE'], ProductionRecord: ['YEAR'] }[
    list.type
  ];
  const compare = inOrder(orders.map((field) => ({ field, direction: 'DESC' })));
  const parents = [...new Set(held[list.type].map((row) => row[list.by]))].filter(
    (id) => typeof id === 'string',
  );
  const wanted = parents.map((id) =>
    choose(held, list.type, {})
      .filter((row) => row[list.by] === id)
      .toSorted(compare),
  );
  const pages = await repository.ownPages(list, parents, { first: 2, wantsTotal: true });
  expect(pages).toEqual(
    wanted.map((rows) => ({
      rows: rows.slice(0, 2),
      hasMore: rows.length > 2,
      total: rows.length,
    })),
  );
  for (const [place, rows] of wanted.entries()) {
    const after = rows[0]?.id;
    const parent = parents[place];
    if (after === undefined || parent === undefined) continue;
    const [next] = await repository.ownPages(list, [parent], {
      first: 100,
      after,
      wantsTotal: false,
    });
    expect(next).toEqual({ rows: rows.slice(1), hasMore: false, total: null });
  }
}

const DIMENSION_COLUMNS: Readonly<Record<string, string>> = {
  COUNTRY: 'countryCode',
  JURISDICTION: 'jurisdictionCode',
  TYPE: 'type',
  STATUS: 'status',
  SCALE: 'scale',
  CERTIFICATION: 'certification',
  COMMODITY: 'commodityCode',
};
type AggregateAsk = Asks['aggregates'][number];
async function answersAggregate(
  repository: Repository,
  held: Tables,
  ask: AggregateAsk,
): Promise<void> {
  const { which, type, filter, by } = ask;
  const rows = choose(held, type, filter);
  const columns = by.map((dimension) => DIMENSION_COLUMNS[dimension] ?? '');
  const wanted = {
    productionTotals: () => productionTotals(rows, by),
    estimateTotals: () => estimateTotals(rows, by),
    capacityTotals: () => capacityTotals(rows, by),
    siteCounts: () => counts('Site', rows, columns),
    policyCounts: () => counts('Policy', rows, columns),
  }[which]();
  expect({ ask, rows: await repository.aggregate(which, filter, by) }).toEqual({
    ask,
    rows: wanted,
  });
}
