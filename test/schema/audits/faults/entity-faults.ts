import type { Fault, Json } from '../fault.ts';
import { bends, isObject, keeps } from './deeds.ts';

const entities = (other: (records: readonly Json[], asked: readonly Json[]) => Json) =>
  bends(({ data, ...rest }, { variables }) => {
    const [records, asked] = [at(data ?? null, '_entities'), at(variables ?? null, 'of')];
    return Array.isArray(records)
      ? { ...rest, data: { _entities: other(records, Array.isArray(asked) ? asked : []) } }
      : { ...rest, data: data ?? null };
  });

const at = (value: Json, name: string): Json => (isObject(value) ? value[name] : undefined);

const EVERYTHING = { filter: {}, orderBy: [], first: 100_000, wantsTotal: false } as const;

export const ENTITY_FAULTS: readonly Fault[] = [
  ['turns records by ids round', entities((records) => records.toReversed()), 'ENTITIES_IN_ORDER'],
  [
    'leaves unknown records out',
    entities((records) => records.filter((each) => each !== null)),
    'ENTITIES_UNKNOWN',
  ],
  [
    'gives a record for an unknown id',
    entities((records) =>
      records.map((each) => each ?? records.find((other) => other !== null) ?? null),
    ),
    'ENTITIES_UNKNOWN',
  ],
  [
    'gives two hundred records at most',
    entities((records) => records.slice(0, 200)),
    'ENTITIES_500',
  ],
  [
    'gives a record once that is asked twice',
    entities((records) =>
      records.filter(
        (each, place) =>
          each === null ||
          records.findIndex((other) => JSON.stringify(other) === JSON.stringify(each)) === place,
      ),
    ),
    'ENTITIES_REPEATED',
  ],
  [
    'fails where one id is unknown',
    bends((answer) => {
      const records = at(answer.data ?? null, '_entities');
      return Array.isArray(records) && records.includes(null)
        ? { errors: [{ message: 'Not found.' }], data: null }
        : answer;
    }),
    'ENTITIES_UNKNOWN',
  ],
  [
    'trims ids before it looks for them',
    keeps(({ byIds }) => ({
      byIds: (type, ids) =>
        byIds(
          type,
          ids.map((id) => id.trim()),
        ),
    })),
    'ENTITIES_EXACT_ID',
  ],
  [
    "takes another member's id for its own",
    {
      where: 'QUESTION',
      bend: ({ query, variables = {} }) => ({
        query,
        variables: JSON.parse(JSON.stringify(variables).replaceAll('"id":"QQ:', '"id":"CD:')),
      }),
    },
    'ENTITIES_OF_OTHERS',
  ],
  [
    'finds ids without regard to case',
    keeps(({ byIds, page }) => ({
      byIds: async (type, ids) => {
        const { rows } = await page(type, EVERYTHING);
        const other = new Map(rows.map(({ row }) => [row.id.toLowerCase(), row]));
        return (await byIds(type, ids)).map(
          (each, place) => each ?? other.get((ids[place] ?? '').toLowerCase()) ?? null,
        );
      },
    })),
    'ENTITIES_EXACT_ID',
  ],
  [
    'gives records by ids as they were before',
    keeps(({ byIds }) => ({
      byIds: async (type, ids) =>
        (await byIds(type, ids)).map((each) => each && { ...each, revision: each.revision + 1 }),
    })),
    'ENTITIES_AS_LISTED',
  ],
  [
    'does not look at the type of an id',
    keeps(({ byIds }) => ({
      byIds: async (type, ids) =>
        await byIds(
          type,
          ids.map((id) => (type === 'Organisation' ? id.replace(/:(site|deposit):/, ':org:') : id)),
        ),
    })),
    'ENTITIES_OF_TYPE',
  ],
  [
    'answers what is no representation with null',
    {
      where: 'ANSWER',
      bend: (answer, { variables }) =>
        JSON.stringify(variables ?? {}).includes('NoSuchType')
          ? { data: { _entities: [null] } }
          : answer,
    },
    'ENTITIES_REFUSED',
  ],
  [
    "gives a site's output without the last",
    keeps(({ ownPages }) => ({
      ownPages: async (list, ids, ask) =>
        (await ownPages(list, ids, ask)).map((page) => ({
          ...page,
          rows: ask.first > 100 ? page.rows.slice(0, -1) : page.rows,
        })),
    })),
    'OWN_LIST_ROWS',
  ],
  [
    "gives a record's own list from old to new",
    keeps(({ ownPages }) => ({
      ownPages: async (list, ids, ask) =>
        (await ownPages(list, ids, ask)).map((page) => ({ ...page, rows: page.rows.toReversed() })),
    })),
    'OWN_LIST_ORDER',
  ],
  [
    "counts the page of a record's own list",
    keeps(({ ownPages }) => ({
      ownPages: async (list, ids, ask) =>
        (await ownPages(list, ids, ask)).map((page) => ({ ...page, hasMore: true })),
    })),
    'OWN_LIST_TOTAL',
  ],
  [
    "begins a record's own list anew",
    keeps(({ ownPages }) => ({
      ownPages: (list, ids, { after: _after, ...ask }) => ownPages(list, ids, ask),
    })),
    'OWN_LIST_PAGES',
  ],
  [
    'leads to deposits that are not there',
    bends((answer, { query }) =>
      /edges|_entities/.test(query)
        ? JSON.parse(
            JSON.stringify(answer).replaceAll(
              '"deposit":null',
              '"deposit":{"id":"CD:deposit:none"}',
            ),
          )
        : answer,
    ),
    'REFERENCES_HELD',
  ],
];
