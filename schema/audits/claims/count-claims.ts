import type { Asking } from '../asking.ts';
import { type Claim, keptUnless, MUST, notApplicable, type Seen } from '../claim.ts';
import { hasFilter, isChosen, isForetold } from '../filter-faults.ts';
import {
  countedBy,
  type Dimension,
  everyRow,
  nameOf,
  type OwnRows,
  ownRows,
  POLICY_DIMENSIONS,
  type Row,
  SITE_DIMENSIONS,
  shows,
  TRIED,
} from '../own-rows/index.ts';
import { at, objectsAt, shown, textAt } from '../reading.ts';

export const COUNT_CLAIMS: readonly Claim[] = [
  {
    ...MUST,
    id: 'COUNT_TOTAL',
    sentence: 'The `total` of a list is the number of its rows, whatever the page, and EXACT.',
    remedy: 'Count all rows that the filter chooses, not those of the page or behind the cursor.',
    check: async (asking) => await totalsSeen(asking, () => undefined),
  },
  {
    ...MUST,
    id: 'COUNT_TOTAL_FILTERED',
    sentence: 'The `total` of a filtered list is the number of rows that the filter chooses.',
    remedy: 'Count with the same condition that chooses the rows.',
    check: async (asking) => await totalsSeen(asking, triedFilter),
  },
  {
    ...MUST,
    id: 'COUNT_MEMBERS',
    sentence: 'What a member says that it holds is what its lists hold, editions and all.',
    remedy: 'Give in `members { list { counts } }` the number of records of each type.',
    check: heldSeen,
  },
  {
    ...MUST,
    id: 'COUNT_SITES',
    module: 'MINERALS',
    sentence: '`siteCounts` counts the sites by each dimension; one of two commodities under both.',
    remedy:
      'Group by what is asked for alone; give null where a site has no value, except of commodities.',
    check: (asking) =>
      countsSeen(asking, { field: 'siteCounts', type: 'Site', dimensions: SITE_DIMENSIONS }),
  },
  {
    ...MUST,
    id: 'COUNT_POLICIES',
    module: 'POLICIES',
    sentence:
      '`policyCounts` counts the policies by each dimension; one on two commodities under both.',
    remedy:
      'Group by what is asked for alone; give null where a policy has no value, except of commodities.',
    check: (asking) =>
      countsSeen(asking, { field: 'policyCounts', type: 'Policy', dimensions: POLICY_DIMENSIONS }),
  },
];

/** A filter that chooses some of the rows. */
function triedFilter(asking: Asking, { list, rows }: OwnRows) {
  const field = ['types', 'commodities', 'stages'].find((each) => hasFilter(asking, list, each));
  const values = field ? TRIED[field]?.(rows, asking.member.code) : undefined;
  return field && values?.[0] !== undefined ? { [field]: values[0] } : undefined;
}

async function totalsSeen(asking: Asking, filterOf: typeof triedFilter | (() => undefined)) {
  const faults = await Promise.all(
    asking.lists.map(async (list) => {
      const own = await ownRows(asking, list);
      const wanted = filterOf(asking, own) ?? {};
      if (!own.isWhole || !own.rows.every((row) => isForetold(row, wanted))) return [];
      const due = own.rows.filter((row) => isChosen(row, wanted)).length;
      const query = `query ($filter: ${list.filter}) { ${list.field}(filter: $filter, first: 1) { edges { node { id } } total { count precision } } }`;
      const { data } = await asking.ask(query, { filter: wanted });
      const total = at(data, list.field, 'total');
      if (at(total, 'count') === due && at(total, 'precision') === 'EXACT') return [];
      return [
        `${list.field}(filter: ${shown(wanted)}) has ${due} rows and says total ${shown(total)}.`,
      ];
    }),
  );
  return keptUnless(faults.flat(), 'Totals are the numbers of rows.');
}

async function heldSeen(asking: Asking): Promise<Seen> {
  const { data } = await asking.ask('{ members { list { counts { type count } } } }');
  const counts = objectsAt(data, 'members', 'list', 0, 'counts');
  const faults = await Promise.all(
    asking.lists.map(async (list) => {
      const every = await everyRow(asking, list);
      const said = counts.find((each) => textAt(each, 'type') === list.type)?.count;
      const isTrue = every.isWhole ? said === every.rows.length : Number(said) >= every.rows.length;
      if (isTrue) return [];
      return [
        `It says that it holds ${shown(said)} of ${list.type}, and gives ${every.rows.length}.`,
      ];
    }),
  );
  return keptUnless(faults.flat(), 'It holds what it says.');
}

type Counting = {
  readonly field: string;
  readonly type: string;
  readonly dimensions: Readonly<Record<string, Dimension>>;
};

async function countsSeen(asking: Asking, { field, type, dimensions }: Counting): Promise<Seen> {
  const list = asking.lists.find((each) => each.type === type);
  const own = list && (await ownRows(asking, list));
  const fields = Object.values(dimensions).map((each) => each.field);
  if (!own?.isWhole || !own.rows.every((row) => shows(row, ['commodityCodes', ...fields])))
    return notApplicable('Not all of its rows are known, so they cannot be counted here.');
  const faults = await Promise.all(
    [undefined, ...Object.keys(dimensions)].map((name) =>
      countFaults(asking, own.rows, { field, name, dimension: dimensions[name ?? ''], fields }),
    ),
  );
  return keptUnless(
    faults.flat(),
    `${own.rows.length} rows are counted by ${fields.length} dimensions.`,
  );
}

type Dimensioned = {
  readonly field: string;
  readonly name: string | undefined;
  readonly dimension: Dimension | undefined;
  readonly fields: readonly string[];
};

async function countFaults(
  asking: Asking,
  rows: readonly Row[],
  { field, name, dimension, fields }: Dimensioned,
): Promise<readonly string[]> {
  const called = `${field}${name === undefined ? '' : `(by: ${name})`}`;
  const query = `{ ${field}(by: [${name ?? ''}]) { rows { ${fields.join(' ')} count } } }`;
  const { data, errors } = await asking.ask(query);
  if (!at(data, field)) return [`${called} is not answered: ${errors[0]?.message ?? 'null.'}`];
  const none = Object.fromEntries(fields.map((each) => [each, null]));
  const said = objectsAt(data, field, 'rows').map(
    ({ count, ...key }) => [nameOf(key), count] as const,
  );
  const due = new Map(
    countedBy(rows, dimension).map(({ key, count }) => [nameOf({ ...none, ...key }), count]),
  );
  const [wrong] = said.filter(([key, count]) => due.get(key) !== count);
  const [lost] = [...due].filter(([key]) => !said.some(([each]) => each === key));
  return [
    ...(wrong
      ? [`${called} says ${wrong[1]} of ${wrong[0]} where ${due.get(wrong[0]) ?? 'no'} rows are.`]
      : []),
    ...(lost ? [`${called} has no row of ${lost[0]}, of which there are ${lost[1]}.`] : []),
    ...(new Set(said.map(([key]) => key)).size < said.length
      ? [`${called} gives a key twice.`]
      : []),
  ];
}
