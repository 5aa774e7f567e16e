import { compareOrderKeys, type Direction, type Module, type OrderKey } from '../../index.ts';
import { type Claim, MUST } from '../claim.ts';
import type { List } from '../lists.ts';
import { inOrder, orderedPage, orderOf } from '../page.ts';
import { shown } from '../reading.ts';
import { type Listed, onLists } from '../rows.ts';
import { nodesOf, shownKeys } from '../shown-keys.ts';

type OrderClaim = {
  readonly module: Module | null;
  readonly by: string;
  readonly remedy: string;
};

const BYTES =
  'Keep the key in a binary column (VARBINARY, BLOB, COLLATE "C"), made as schema/order-key.ts makes it, and sort by that.';
const NAMES = `Order by the English name, or the original's where there is none: NFD, without U+0300-U+036F, A-Z in small letters, as UTF-8 bytes; schema/order-key-vectors.json has examples. ${BYTES}`;
const WORDS = `Order by the word itself, as bytes, not by its place in an enum or by a collation. ${BYTES}`;
const DATES = `Order by the text of the date as it is served, as bytes: 2025 is before 2025-02. ${BYTES}`;
const FIGURES =
  'Order by basis, dimension (MASS, RATIO ...) and then the exact number in the base unit; decimalOrderKey of schema/decimal.ts makes a number that sorts as text.';

/** What each order of the contract goes by. */
const ORDERS: Readonly<Record<string, OrderClaim>> = {
  NAME: { module: null, by: 'the order key of the name', remedy: NAMES },
  TITLE: { module: 'POLICIES', by: 'the order key of the title', remedy: NAMES },
  COUNTRY: { module: null, by: 'the code of the country', remedy: WORDS },
  JURISDICTION: { module: 'POLICIES', by: 'the code of the country that is bound', remedy: WORDS },
  TYPE: { module: null, by: 'the word of the type', remedy: WORDS },
  STATUS: { module: 'MINERALS', by: 'the word of the status', remedy: WORDS },
  COMMODITY: { module: 'MINERALS', by: 'the code of the commodity', remedy: WORDS },
  YEAR: {
    module: 'MINERALS',
    by: 'the year, as a number',
    remedy: 'Order by the number of the year.',
  },
  EFFECTIVE_DATE: { module: 'MINERALS', by: 'the text of the date', remedy: DATES },
  IN_FORCE_FROM: { module: 'POLICIES', by: 'the text of the date', remedy: DATES },
  START_DATE: { module: 'EVENTS', by: 'the text of the date', remedy: DATES },
  UPDATED_AT: { module: null, by: 'the text of the instant', remedy: DATES },
  QUANTITY: { module: 'MINERALS', by: 'basis, dimension and exact number', remedy: FIGURES },
  CONTAINED: { module: 'MINERALS', by: 'basis, dimension and exact number', remedy: FIGURES },
};

/** One claim for each order of the contract. */
const rising: readonly Claim[] = Object.entries(ORDERS).map(([field, { module, by, remedy }]) => ({
  id: `ORDER_OF_${field}`,
  ...MUST,
  module,
  sentence: `Ordered by ${field}, rows rise by ${by}.`,
  remedy,
  check: onLists((listed) => disorderIn(listed, field, 'ASC'), has(field)),
}));

function has(field: string): (list: List) => boolean {
  return ({ orderFields }) => orderFields.includes(field);
}

export const ORDER_CLAIMS: readonly Claim[] = [
  {
    id: 'ORDER_KEEPS_ALL_ROWS',
    ...MUST,
    sentence: 'Every order of a list has the same rows.',
    remedy:
      'See that no order leaves rows out: an inner join, or a condition that null does not meet.',
    check: onLists(rowsOfEachOrder),
  },
  ...rising,
  {
    id: 'ORDER_DESCENDING',
    ...MUST,
    sentence: 'With direction DESC, rows fall by the same keys.',
    remedy:
      'Turn the comparison of the keys round; nulls stay last, and ids go on rising among equals.',
    check: onLists(async (listed) => {
      const each = listed.list.orderFields.map((field) => disorderIn(listed, field, 'DESC'));
      return (await Promise.all(each)).flat();
    }),
  },
  {
    id: 'NULLS_LAST',
    ...MUST,
    sentence: 'Rows without a key are last when keys rise.',
    remedy: 'Order by "is null" first, then by the key; databases put nulls where they like.',
    check: onLists((listed) => nullsBefore(listed, 'ASC')),
  },
  {
    id: 'NULLS_LAST_DESCENDING',
    ...MUST,
    sentence: 'Rows without a key are last when keys fall, too.',
    remedy: 'Order by "is null" first in both directions, and turn only the key round.',
    check: onLists((listed) => nullsBefore(listed, 'DESC')),
  },
  {
    id: 'TIES_BY_ID',
    ...MUST,
    sentence: 'Rows of equal keys, and rows without a key, rise by id, as bytes, when keys rise.',
    remedy: 'Put the id behind the keys in ORDER BY; keep it in a binary column.',
    check: onLists((listed) => tiesAstray(listed, 'ASC')),
  },
  {
    id: 'TIES_BY_ID_DESCENDING',
    ...MUST,
    sentence: 'Rows of equal keys rise by id when keys fall, too.',
    remedy: 'Leave the id rising where the direction is DESC.',
    check: onLists((listed) => tiesAstray(listed, 'DESC')),
  },
];

/** The rows of a page with the keys that they show. */
async function keyedRows({ asking, list, sample }: Listed, field: string, direction: Direction) {
  const { ids } = await orderedPage(asking, list, orderOf(field, direction));
  const nodes = nodesOf(sample);
  return ids.flatMap((id) => {
    const node = nodes.get(id);
    const keys = node && shownKeys(node, field);
    return keys ? [{ id, keys }] : [];
  });
}
type KeyedRow = { readonly id: string; readonly keys: readonly OrderKey[] };

/** Negative, zero or positive, as the keys of a row are before, like or behind those of another. */
function compareKeys(a: KeyedRow, b: KeyedRow, direction: Direction): number {
  for (const [place, key] of a.keys.entries()) {
    const order = compareOrderKeys(key, b.keys[place] ?? null, direction);
    if (order !== 0) return order;
  }
  return 0;
}

const isNothing = ({ keys }: KeyedRow): boolean => keys.every((key) => key === null);

/** Rows whose neighbour before them should be behind; those without a key have claims of their own. */
async function disorderIn(
  listed: Listed,
  field: string,
  direction: Direction,
): Promise<readonly string[]> {
  const rows = (await keyedRows(listed, field, direction)).filter((row) => !isNothing(row));
  return pairsOf(rows)
    .filter(([before, row]) => compareKeys(before, row, direction) > 0)
    .map(([before, row]) => sayDisorder(listed.list, orderOf(field, direction), before, row));
}

function sayDisorder(
  list: List,
  orderBy: ReturnType<typeof orderOf>,
  before: KeyedRow,
  row: KeyedRow,
): string {
  return `In ${inOrder(list, orderBy)}, ${before.id} (${shown(before.keys)}) stands before ${row.id} (${shown(row.keys)}).`;
}

const pairsOf = <Row>(rows: readonly Row[]): readonly (readonly [Row, Row])[] =>
  rows.slice(1).flatMap((row, place) => {
    const before = rows[place];
    return before === undefined ? [] : [[before, row] as const];
  });

/** Looks at each order of a list. */
const overOrders =
  (look: (listed: Listed, field: string, direction: Direction) => Promise<readonly string[]>) =>
  async (listed: Listed, direction: Direction): Promise<readonly string[]> => {
    const each = listed.list.orderFields.map((field) => look(listed, field, direction));
    return (await Promise.all(each)).flat();
  };

const nullsBefore = overOrders(async (listed, field, direction) => {
  const rows = await keyedRows(listed, field, direction);
  return pairsOf(rows)
    .filter(([before, row]) => isNothing(before) && !isNothing(row))
    .map(([before, row]) => sayDisorder(listed.list, orderOf(field, direction), before, row));
});

const tiesAstray = overOrders(async (listed, field, direction) => {
  const rows = await keyedRows(listed, field, direction);
  return pairsOf(rows)
    .filter(([before, row]) => compareKeys(before, row, direction) === 0)
    .filter(([before, row]) => compareOrderKeys(before.id, row.id, 'ASC') >= 0)
    .map(
      ([before, row]) =>
        `In ${inOrder(listed.list, orderOf(field, direction))}, ${before.id} stands before ${row.id}, and their keys are equal.`,
    );
});

/** Pages of 500 hold all rows of a list of up to 500. */
const PAGE_ROWS = 500;
async function rowsOfEachOrder({ asking, list, sample }: Listed): Promise<readonly string[]> {
  if (!sample.isWhole || sample.rows.length > PAGE_ROWS) return [];
  const all = [...nodesOf(sample).keys()].sort();
  const each = list.orderFields.flatMap((field) =>
    (['ASC', 'DESC'] as const).map(async (direction) => {
      const { ids, errors } = await orderedPage(asking, list, orderOf(field, direction));
      const lost = all.filter((id) => !ids.includes(id));
      if (lost.length === 0 && ids.length === all.length) return [];
      const why = errors[0] ? ` It says: ${errors[0].message}` : '';
      return [
        `In ${inOrder(list, orderOf(field, direction))} there are ${ids.length} rows of ${all.length}; ${lost[0] ?? 'none'} is not there.${why}`,
      ];
    }),
  );
  return (await Promise.all(each)).flat();
}
