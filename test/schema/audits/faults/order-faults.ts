import {
  compareBytes,
  compareOrderKeys,
  type OrderKey,
  type Position,
} from '../../../../schema/index.ts';
import type { Page, PageAsk } from '../../../../subgraphs/kit/repository.ts';
import type { Fault } from '../fault.ts';
import {
  arranges,
  bendsFields,
  type Comparing,
  givesPages,
  takesPagesFor,
  texts,
} from './deeds.ts';

type Placed = { readonly position: Position };
type Compare = (a: OrderKey, b: OrderKey) => number;

const textOf = (key: OrderKey): string =>
  key === null ? '' : typeof key === 'object' ? key.n : key;
const isNumber = (key: OrderKey): boolean => typeof key === 'object';
const byUnits = (a: OrderKey, b: OrderKey): number =>
  textOf(a) < textOf(b) ? -1 : Number(textOf(a) !== textOf(b));
const rightly: Compare = (a, b) => compareOrderKeys(a, b, 'ASC');

/** Its own comparison of keys, nulls last, then by id. */
const sortsBy = (compare: Compare) =>
  arranges({
    arranged: (rows, ask) =>
      rows.toSorted((a, b) => comparing(compare)(ask)(a.position, b.position)),
    comparing: comparing(compare),
  });

const comparing =
  (compare: Compare): Comparing =>
  ({ orderBy }) =>
  (a, b) => {
    const sign = orderBy[0]?.direction === 'DESC' ? -1 : 1;
    const orders = a.keys.map((left, place) => {
      const right = b.keys[place] ?? null;
      if (left !== null && right !== null) return sign * compare(left, right);
      return Number(left === null) - Number(right === null);
    });
    return orders.find((order) => order !== 0) ?? compareBytes(a.id, b.id);
  };

const collator = new Intl.Collator('en', { sensitivity: 'base', numeric: true });
const nullsFirst = <Row>(rows: Page<Row>['rows'], { orderBy }: PageAsk): Page<Row>['rows'] => {
  const isNothing = ({ position }: Placed) => orderBy.length > 0 && position.keys[0] === null;
  return [...rows.filter(isNothing), ...rows.filter((row) => !isNothing(row))];
};

const ascending = ({ orderBy, ...ask }: PageAsk): PageAsk => ({
  ...ask,
  orderBy: orderBy.map((each) => ({ ...each, direction: 'ASC' })),
});

export const ORDER_FAULTS: readonly Fault[] = [
  [
    'sorts by its language',
    sortsBy((a, b) => (isNumber(a) ? rightly(a, b) : collator.compare(textOf(a), textOf(b)))),
    'ORDER_OF_NAME',
  ],
  [
    'sorts by UTF-16',
    sortsBy((a, b) => (isNumber(a) ? rightly(a, b) : byUnits(a, b))),
    'ORDER_OF_HOSTILE_TEXTS',
  ],
  [
    'sorts numbers as texts',
    sortsBy((a, b) => (isNumber(a) ? byUnits(a, b) : rightly(a, b))),
    'ORDER_OF_QUANTITY',
  ],
  [
    'sorts numbers as binary floats',
    sortsBy((a, b) => (isNumber(a) ? Number(textOf(a)) - Number(textOf(b)) : rightly(a, b))),
    'ORDER_OF_CONTAINED',
  ],
  ['puts nulls first', arranges({ arranged: nullsFirst }), 'NULLS_LAST'],
  [
    'puts nulls first when the order falls',
    arranges({
      arranged: (rows, ask) =>
        ask.orderBy[0]?.direction === 'DESC' ? nullsFirst(rows, ask) : rows,
    }),
    'NULLS_LAST_DESCENDING',
  ],
  [
    'breaks ties by falling ids',
    arranges({ arranged: (rows, { orderBy }) => (orderBy.length === 0 ? rows : tiesTurned(rows)) }),
    'TIES_BY_ID',
  ],
  ['does not know falling orders', takesPagesFor(ascending), 'ORDER_DESCENDING'],
  [
    'orders its list by falling ids',
    arranges({
      arranged: (rows, { orderBy }) => (orderBy.length === 0 ? rows.toReversed() : rows),
    }),
    'LIST_BY_ID',
  ],
  [
    'keeps instants to the second in positions',
    givesPages((page, { orderBy }) =>
      orderBy[0]?.field === 'UPDATED_AT'
        ? {
            ...page,
            rows: page.rows.map((row) => ({
              ...row,
              position: { ...row.position, keys: row.position.keys.map(toSeconds) },
            })),
          }
        : page,
    ),
    'KEY_OF_DATES',
  ],
  [
    'writes names into positions as they are',
    bendsFields(
      ['cursor'],
      texts((text) => text.toUpperCase()),
    ),
    'POSITION_ENDS_WITH_ID',
  ],
  [
    'gives the number of the row as its position',
    bendsFields(['cursor'], () => 'MjU='),
    'POSITION_AT_EACH_ROW',
  ],
  [
    'gives each row the position of the one before',
    givesPages((page) => ({
      ...page,
      rows: page.rows.map((row, place) => ({
        ...row,
        position: page.rows[Math.max(0, place - 1)]?.position ?? row.position,
      })),
    })),
    'POSITION_ENDS_WITH_ID',
  ],
  [
    'writes numbers in positions as numbers',
    bendsFields(
      ['cursor'],
      texts((text) => text.replace(/\{"n":"(-?[\d.]+)"\}/g, '$1')),
    ),
    'POSITION_FOLLOWS_THE_ORDER',
  ],
];

const toSeconds = (key: OrderKey): OrderKey =>
  typeof key === 'string' ? key.replace(/\.\d+Z$/, 'Z') : key;

function tiesTurned<Row>(rows: Page<Row>['rows']): Page<Row>['rows'] {
  const groups = new Map<string, Page<Row>['rows'][number][]>();
  for (const row of rows) {
    const name = JSON.stringify(row.position.keys);
    groups.set(name, [row, ...(groups.get(name) ?? [])]);
  }
  return [...groups.values()].flat();
}
