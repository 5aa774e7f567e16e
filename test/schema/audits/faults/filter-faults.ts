import type { Filter, PageAsk } from '../../../../subgraphs/kit/repository.ts';
import type { Fault, JsonObject } from '../fault.ts';
import { arranges, keeps, takesPagesFor } from './deeds.ts';

const without = (filter: Filter, field: string): Filter =>
  Object.fromEntries(Object.entries(filter).filter(([name]) => name !== field));

const filtersBy = (other: (filter: Filter) => Filter) =>
  takesPagesFor((ask): PageAsk => ({ ...ask, filter: other(ask.filter) }));

const ignores = (field: string, breaks: string): Fault => [
  `passes over the filter ${field}`,
  filtersBy((filter) => without(filter, field)),
  breaks,
];

const eachList = (other: (list: readonly unknown[]) => unknown) =>
  filtersBy((filter) =>
    Object.fromEntries(
      Object.entries(filter).map(([name, value]) => [
        name,
        Array.isArray(value) ? other(value) : value,
      ]),
    ),
  );

/** Chooses rows by what it can see of them, where that filter is asked for. */
const choosesBy = (field: string, isChosen: (row: JsonObject, wanted: never) => boolean) =>
  arranges({
    arranged: (rows, { filter }) =>
      field in filter
        ? rows.filter(({ row }) => isChosen(row as JsonObject, filter[field] as never))
        : rows,
    asked: (ask) => ({ ...ask, filter: without(ask.filter, field) }),
  });

type Box = { readonly west: number; readonly east: number };
type Years = { readonly from?: number; readonly to?: number };

export const FILTER_FAULTS: readonly Fault[] = [
  ignores('owners', 'FILTER_OWNERS'),
  ignores('countries', 'FILTER_COUNTRIES'),
  ignores('commodities', 'FILTER_COMMODITIES'),
  ignores('types', 'FILTER_TYPES'),
  ignores('statuses', 'FILTER_STATUSES'),
  ignores('scales', 'FILTER_SCALES'),
  ignores('certifications', 'FILTER_CERTIFICATIONS'),
  ignores('levels', 'FILTER_LEVELS'),
  ignores('stages', 'FILTER_STAGES'),
  ignores('codes', 'FILTER_CODES'),
  ignores('unfcClasses', 'FILTER_UNFC_CLASSES'),
  ignores('crirsco', 'FILTER_CRIRSCO'),
  ignores('years', 'FILTER_YEARS'),
  ignores('bbox', 'FILTER_BBOX'),
  ignores('text', 'FILTER_TEXT'),
  ignores('updatedSince', 'FILTER_UPDATED_SINCE'),
  ignores('inForceOn', 'FILTER_IN_FORCE_ON'),
  ignores('from', 'FILTER_FROM'),
  ignores('to', 'FILTER_TO'),
  [
    'takes the last year of a range for exclusive',
    choosesBy(
      'years',
      ({ year }, { from, to }: Years) =>
        typeof year === 'number' &&
        (from === undefined || year >= from) &&
        (to === undefined || year < to),
    ),
    'FILTER_YEARS',
  ],
  [
    'knows no box across the antimeridian',
    filtersBy((filter) =>
      'bbox' in filter ? { ...filter, bbox: unturned(filter.bbox as Box) } : filter,
    ),
    'FILTER_BBOX',
  ],
  [
    'searches names with regard to case',
    choosesBy('text', ({ name, title }, wanted: string) =>
      JSON.stringify(name ?? title ?? '').includes(wanted),
    ),
    'FILTER_TEXT',
  ],
  [
    'takes % in a text for a wildcard',
    filtersBy((filter) => (filter.text === '%' ? without(filter, 'text') : filter)),
    'FILTER_TEXT',
  ],
  [
    'takes the instant of a filter for exclusive',
    choosesBy('updatedSince', ({ updatedAt }, since: string) => String(updatedAt) > since),
    'FILTER_UPDATED_SINCE',
  ],
  [
    'drops microseconds of a filter',
    filtersBy((filter) =>
      typeof filter.updatedSince === 'string'
        ? { ...filter, updatedSince: filter.updatedSince.replace(/\.(\d{3})\d*Z/, '.$1Z') }
        : filter,
    ),
    'FILTER_UPDATED_SINCE',
  ],
  [
    'takes the first value of a list alone',
    eachList((list) => list.slice(0, 1)),
    'FILTER_COUNTRIES',
  ],
  [
    'takes an empty list for no filter',
    filtersBy((filter) =>
      Object.fromEntries(
        Object.entries(filter).filter(([, value]) => !Array.isArray(value) || value.length > 0),
      ),
    ),
    'FILTER_EMPTY_LIST',
  ],
  ['takes the first of several filters alone', filtersBy(firstAlone), 'FILTER_TOGETHER'],
  [
    'gives all editions always',
    takesPagesFor((ask, type) =>
      hasEditions(type) ? { ...ask, filter: { ...ask.filter, allEditions: true } } : ask,
    ),
    'FILTER_EDITIONS',
  ],
  [
    'never gives older editions',
    filtersBy((filter) => without(filter, 'allEditions')),
    'COUNT_MEMBERS',
  ],
  [
    'takes null in a filter for nothing',
    {
      where: 'QUESTION',
      bend: ({ query, variables }) => ({ query, variables: nullsEmptied(variables ?? {}) }),
    },
    'FILTER_NULL',
  ],
  [
    'passes over filters that it does not know',
    {
      where: 'QUESTION',
      bend: ({ query, ...rest }) => ({
        ...rest,
        query: query.replaceAll('{zzUnknown: true}', '{}'),
      }),
    },
    'FILTER_UNKNOWN',
  ],
  [
    'takes any text for a day',
    {
      where: 'QUESTION',
      bend: ({ query, ...rest }) => ({
        ...rest,
        query: query.replaceAll('"2025-13-01"', '"2025-12-01"'),
      }),
    },
    'FILTER_BAD_VALUE',
  ],
  [
    'gives under a country what it has of all',
    keeps((repository) => ({
      pagesUnder: async (type, _parent, parents, ask) =>
        await Promise.all(parents.map(() => repository.page(type, ask))),
    })),
    'PAGES_UNDER_COUNTRIES',
  ],
  [
    'knows the countries alone that it has records of',
    {
      where: 'ANSWER',
      bend: (answer, { variables }) =>
        JSON.stringify(variables ?? {}).includes('"QQ"') &&
        JSON.stringify(variables).includes('Country')
          ? { data: { _entities: [null] } }
          : answer,
    },
    'SHARED_NOTHING',
  ],
  [
    'gives under a company no sites',
    keeps((repository) => ({
      pagesUnder: async (type, parent, parents, ask) =>
        parent === 'company' && type === 'Site'
          ? parents.map(() => ({ rows: [], hasNextPage: false, total: 0 }))
          : await repository.pagesUnder(type, parent, parents, ask),
    })),
    'SHARED_COMPANY',
  ],
  [
    'gives under several commodities what the first has',
    keeps((repository) => ({
      pagesUnder: async (type, parent, parents, ask) => {
        const pages = await repository.pagesUnder(type, parent, parents, ask);
        return parent === 'commodity' ? pages.map((page) => pages[0] ?? page) : pages;
      },
    })),
    'SHARED_COMMODITY',
  ],
];

const hasEditions = (type: string): boolean =>
  type === 'ResourceEstimate' || type === 'ProductionRecord';

function firstAlone({ allEditions, ...others }: Filter): Filter {
  const first = Object.fromEntries(Object.entries(others).slice(0, 1));
  return allEditions === undefined ? first : { ...first, allEditions };
}

const unturned = ({ west, east, ...box }: Box): Box =>
  west > east ? { ...box, west: east, east: west } : { ...box, west, east };

function nullsEmptied(variables: JsonObject): JsonObject {
  const { filter } = variables;
  if (typeof filter !== 'object' || filter === null || Array.isArray(filter)) return variables;
  const emptied = Object.entries(filter).map(([name, value]) => [
    name,
    value === null && name === 'owners' ? [] : value,
  ]);
  return { ...variables, filter: Object.fromEntries(emptied) };
}
