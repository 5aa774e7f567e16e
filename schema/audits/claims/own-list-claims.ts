import { compareBytes, ownerOf } from '../../index.ts';
import type { Asking } from '../asking.ts';
import { type Claim, keptUnless, MUST, notApplicable, type Seen } from '../claim.ts';
import { everyRow, type OwnRows, ownRows, type Row, shows, textOf } from '../own-rows/index.ts';
import { at, objectsAt, shown, textAt } from '../reading.ts';

/** A list that a record has of its own: `Site.production`. */
type OwnList = {
  readonly parent: string;
  readonly field: string;
  /** Type of its records, and their field that leads to the parent. */
  readonly type: string;
  readonly by: string;
  /** Newest first by this field, then by id; by id alone where there is none. */
  readonly newestBy: string | null;
};

const OWN_LISTS: readonly OwnList[] = [
  { parent: 'Organisation', field: 'sites', type: 'Site', by: 'operator', newestBy: null },
  { parent: 'Deposit', field: 'sites', type: 'Site', by: 'deposit', newestBy: null },
  {
    parent: 'Deposit',
    field: 'estimates',
    type: 'ResourceEstimate',
    by: 'deposit',
    newestBy: 'effectiveDate',
  },
  { parent: 'Site', field: 'production', type: 'ProductionRecord', by: 'site', newestBy: 'year' },
];
const MINERALS = { ...MUST, module: 'MINERALS' } as const;

/** Records under records: the lists and references that stay within one member. */
export const OWN_LIST_CLAIMS: readonly Claim[] = [
  {
    id: 'REFERENCES_HELD',
    ...MINERALS,
    sentence: "A record that another of the member leads to is the member's own, and is there.",
    remedy: "Give null where a deposit, site or organisation is not held, or is another member's.",
    check: referencesSeen,
  },
  {
    id: 'OWN_LIST_ROWS',
    ...MINERALS,
    sentence: "A record's own list holds the records that name it, of figures the newest editions.",
    remedy: 'Choose by the column that leads to the record.',
    check: (asking) =>
      onOwnLists(asking, ({ due, got }) => {
        const lost = due.find(({ id }) => !got.ids.includes(id));
        const strange = got.ids.find((id) => !due.some((row) => row.id === id));
        return [
          ...(lost ? [`leaves out ${lost.id}.`] : []),
          ...(strange === undefined ? [] : [`gives ${strange}, which does not name it.`]),
        ];
      }),
  },
  {
    id: 'OWN_LIST_ORDER',
    ...MINERALS,
    sentence: "A record's own list goes from new to old, nulls last, then by id; sites go by id.",
    remedy:
      'Order estimates by `effectiveDate` and output by `year`, both descending with nulls last, then by the bytes of the id.',
    check: (asking) =>
      onOwnLists(asking, ({ list, due, got }) => {
        const ordered = due
          .toSorted(newestFirst(list.newestBy))
          .map(({ id }) => id)
          .filter((id) => got.ids.includes(id));
        const given = got.ids.filter((id) => ordered.includes(id));
        return ordered.join() === given.join()
          ? []
          : [`gives ${shown(given)} where ${shown(ordered)} is the order.`];
      }),
  },
  {
    id: 'OWN_LIST_TOTAL',
    ...MINERALS,
    sentence:
      "The `total` of a record's own list is the number of its records, and `hasMore` whether there are more.",
    remedy: 'Count all of them, not those of the page.',
    check: (asking) =>
      onOwnLists(asking, ({ due, got }) =>
        got.total === due.length && !got.hasMore
          ? []
          : [`has ${due.length} and says total ${shown(got.total)}, hasMore ${got.hasMore}.`],
      ),
  },
  {
    id: 'OWN_LIST_PAGES',
    ...MINERALS,
    sentence: "A record's own list goes on by the id of its last record: none twice, none lost.",
    remedy: 'Begin behind the record that `after` names.',
    check: pagesSeen,
  },
];

type Got = { readonly ids: readonly string[]; readonly total: unknown; readonly hasMore: boolean };
type Held = {
  readonly list: OwnList;
  readonly parentId: string;
  readonly due: readonly Row[];
  readonly got: Got;
};

const PARENTS_MOST = 10;

async function onOwnLists(asking: Asking, judge: (held: Held) => readonly string[]): Promise<Seen> {
  const held = await asking.once('own lists', () => readOwnLists(asking));
  if (held.length === 0)
    return notApplicable('None of its records has a list of its own that is known whole.');
  const faults = held.flatMap((each) =>
    judge(each).map(
      (fault) => `${each.list.parent} ${each.parentId} { ${each.list.field} } ${fault}`,
    ),
  );
  return keptUnless(faults, `${held.length} lists of records are as they should be.`);
}

async function readOwnLists(asking: Asking): Promise<readonly Held[]> {
  const lists = await Promise.all(OWN_LISTS.map((list) => readOwnList(asking, list)));
  return lists.flat();
}

/** Lists of which every record is known: those of the parents with the most. */
async function readOwnList(asking: Asking, list: OwnList): Promise<readonly Held[]> {
  const rows = await listedRows(asking, list.type);
  if (!rows?.isWhole || !rows.rows.every((row) => shows(row, [list.by]))) return [];
  const byParent = childrenOf(rows.rows, list.by);
  const parents = [...byParent]
    .toSorted(([, a], [, b]) => b.length - a.length)
    .slice(0, PARENTS_MOST);
  const { data } = await asking.ask(
    `query ($of: [_Any!]!) { _entities(representations: $of) { ... on ${list.parent} { id ${list.field}(first: 500) { nodes { id } hasMore total { count } } } } }`,
    { of: parents.map(([id]) => ({ __typename: list.parent, id })) },
  );
  return parents.flatMap(([parentId, due], place) => {
    const page = at(data, '_entities', place, list.field);
    return page || due.length <= 500 ? [{ list, parentId, due, got: gotIn(page) }] : [];
  });
}

async function listedRows(asking: Asking, type: string): Promise<OwnRows | undefined> {
  const list = asking.lists.find((each) => each.type === type);
  return list && (await ownRows(asking, list));
}

function childrenOf(rows: readonly Row[], by: string): ReadonlyMap<string, readonly Row[]> {
  const children = new Map<string, readonly Row[]>();
  for (const row of rows) {
    const parent = textAt(row, by, 'id');
    if (parent !== '') children.set(parent, [...(children.get(parent) ?? []), row]);
  }
  return children;
}

const gotIn = (page: unknown): Got => ({
  ids: objectsAt(page, 'nodes').map((node) => textAt(node, 'id')),
  total: at(page, 'total', 'count'),
  hasMore: at(page, 'hasMore') === true,
});

/** New before old, nothing last; records that are equally new by id. */
const newestFirst =
  (field: string | null) =>
  (a: Row, b: Row): number =>
    field === null || a[field] === b[field] ? compareBytes(a.id, b.id) : byAge(a[field], b[field]);

function byAge(left: unknown, right: unknown): number {
  if (left == null || right == null) return left == null ? 1 : -1;
  return typeof left === 'number'
    ? Number(right) - left
    : compareBytes(String(right), String(left));
}

/** The longest lists, row by row. */
async function pagesSeen(asking: Asking): Promise<Seen> {
  const held = await asking.once('own lists', () => readOwnLists(asking));
  const longest = held.toSorted((a, b) => b.due.length - a.due.length).slice(0, 2);
  if (!longest.some(({ due }) => due.length > 1))
    return notApplicable('None of its records has a list of two.');
  const faults = await Promise.all(
    longest.map(async ({ list, parentId, got }) => {
      const ids = await inSteps(asking, list, parentId);
      const due = got.ids.slice(0, ids.length);
      return ids.join() === due.join() && ids.length >= Math.min(got.ids.length, STEPS_MOST)
        ? []
        : [
            `${list.parent} ${parentId} { ${list.field} } gives row by row ${shown(ids)} where ${shown(got.ids)} are due.`,
          ];
    }),
  );
  return keptUnless(faults.flat(), 'Row by row gives what the whole list does.');
}

const STEPS_MOST = 5;

async function inSteps(asking: Asking, list: OwnList, id: string): Promise<readonly string[]> {
  const ids: string[] = [];
  for (let step = 0; step < STEPS_MOST; step += 1) {
    const { data } = await asking.ask(
      `query ($of: [_Any!]!, $after: ID) { _entities(representations: $of) { ... on ${list.parent} { ${list.field}(first: 1, after: $after) { nodes { id } hasMore } } } }`,
      { of: [{ __typename: list.parent, id }], after: ids.at(-1) ?? null },
    );
    const { ids: found, hasMore } = gotIn(at(data, '_entities', 0, list.field));
    ids.push(...found);
    if (!hasMore) break;
  }
  return ids;
}

const REFERENCES = [
  ['Site', 'deposit', 'Deposit'],
  ['Site', 'operator', 'Organisation'],
  ['ResourceEstimate', 'deposit', 'Deposit'],
  ['ProductionRecord', 'site', 'Site'],
] as const;
const IDS_MOST = 100;

async function referencesSeen(asking: Asking): Promise<Seen> {
  const found = await Promise.all(
    REFERENCES.map(async ([type, field, target]) => {
      const list = asking.lists.find((each) => each.type === type);
      const rows = list ? (await everyRow(asking, list)).rows : [];
      const ids = [
        ...new Set(
          rows.map((row) => textOf(at(row, field, 'id'))).filter((id) => id !== undefined),
        ),
      ].slice(0, IDS_MOST);
      const { data } = await asking.ask(
        `query ($of: [_Any!]!) { _entities(representations: $of) { ... on ${target} { id governance { classification } } } }`,
        { of: ids.map((id) => ({ __typename: target, id })) },
      );
      const strange = ids.filter((id) => String(ownerOf(id)) !== asking.member.code);
      const lost = ids.filter((id, place) => at(data, '_entities', place, 'id') !== id);
      return {
        count: ids.length,
        faults: [
          ...strange.map((id) => `${type}.${field} leads to ${id}, which is not its own.`),
          ...lost.map((id) => `${type}.${field} leads to ${id}, which is not there.`),
        ],
      };
    }),
  );
  if (found.every(({ count }) => count === 0))
    return notApplicable('None of its records leads to another.');
  return keptUnless(
    found.flatMap(({ faults }) => faults),
    'Records lead to records that are there.',
  );
}
