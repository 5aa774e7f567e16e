import type { Filter } from '../../../../subgraphs/kit/repository.ts';
import type { Fault } from '../fault.ts';
import {
  bendsFields,
  bendsObjects,
  givesPages,
  isObject,
  keeps,
  takesPagesFor,
  texts,
} from './deeds.ts';

const isPage = (rows: readonly unknown[], first: number): boolean => rows.length === first;

const editionsOf = ({ allEditions }: Filter): Filter =>
  allEditions === undefined ? {} : { allEditions };

const EVERYTHING = 100_000;
/** A position is the first of what follows it. */
const repeatsTheRow = keeps((repository) => ({
  page: async (type, { after, ...ask }) => {
    if (!after) return await repository.page(type, ask);
    const all = await repository.page(type, { ...ask, first: EVERYTHING });
    const start = Math.max(
      0,
      all.rows.findIndex(({ position }) => position.id === after.id),
    );
    const end = start + ask.first;
    return { ...all, rows: all.rows.slice(start, end), hasNextPage: all.rows.length > end };
  },
}));

const forgetsUnknownPlaces = keeps((repository) => ({
  page: async (type, { after, ...ask }) => {
    const [known] = after ? await repository.byIds(type, [after.id]) : [];
    return await repository.page(type, known && after ? { ...ask, after } : ask);
  },
}));

export const PAGE_FAULTS: readonly Fault[] = [
  [
    'loses the last row of each full page',
    givesPages((page, { first }) =>
      isPage(page.rows, first) && page.hasNextPage
        ? { ...page, rows: page.rows.slice(0, -1) }
        : page,
    ),
    'PAGE_AS_LONG_AS_ASKED',
  ],
  [
    'gives one row too many',
    givesPages((page, { first }) =>
      first < 100 && page.rows[0] ? { ...page, rows: [...page.rows, page.rows[0]] } : page,
    ),
    'PAGE_AS_LONG_AS_ASKED',
  ],
  ['repeats the row of the position', repeatsTheRow, 'NOTHING_BEHIND_THE_LAST'],
  [
    'always says that there are more',
    givesPages((page) => ({ ...page, hasNextPage: true })),
    'NEXT_PAGE_SAID',
  ],
  [
    'always says that this is all',
    givesPages((page) => ({ ...page, hasNextPage: false })),
    'NEXT_PAGE_SAID',
  ],
  [
    'gives twenty rows at most',
    takesPagesFor((ask) => ({ ...ask, first: Math.min(ask.first, 20) })),
    'PAGE_OF_50',
  ],
  [
    'forgets where to go on',
    takesPagesFor(({ after: _after, ...ask }) => ask),
    'NOTHING_BEHIND_THE_LAST',
  ],
  [
    'goes on at the start behind a position that no row has',
    forgetsUnknownPlaces,
    'ORDER_TELLS_CASE',
  ],
  [
    'counts the rows of the page',
    givesPages((page) => ({ ...page, total: page.total === null ? null : page.rows.length })),
    'TOTAL_OF_THE_LIST',
  ],
  [
    'counts one too many',
    givesPages((page) => ({ ...page, total: page.total === null ? null : page.total + 1 })),
    'TOTAL_OF_THE_LIST',
  ],
  [
    'counts without regard to the filter',
    keeps((repository) => ({
      page: async (type, ask) => ({
        ...(await repository.page(type, ask)),
        total: (await repository.page(type, { ...ask, filter: editionsOf(ask.filter) })).total,
      }),
    })),
    'COUNT_TOTAL_FILTERED',
  ],
  [
    'says that its count may be more',
    bendsObjects((object) =>
      'count' in object && 'precision' in object && !('sum' in object)
        ? { ...object, precision: 'AT_LEAST' }
        : object,
    ),
    'COUNT_TOTAL',
  ],
  [
    "gives another member's ids",
    bendsFields(
      ['id'],
      texts((id) => id.replace(/^CD:/, 'ZM:')),
    ),
    'ID_PREFIX',
  ],
  [
    'gives ids without its code',
    bendsFields(
      ['id'],
      texts((id) => id.replace(/^CD:/, '')),
    ),
    'ID_GRAMMAR',
  ],
  [
    'gives ids of another kind',
    bendsFields(
      ['id'],
      texts((id) => id.replace(/:site:/, ':mine:')),
    ),
    'ID_OF_ITS_KIND',
  ],
  ["gives another member's home", bendsFields(['home'], () => 'ZM'), 'HOME_IS_THE_MEMBER'],
  [
    'holds sites of another country',
    bendsObjects((object) =>
      object.countryCode === 'CD' && isObject(object.provenance ?? null)
        ? { ...object, countryCode: 'ZM' }
        : object,
    ),
    'COUNTRY_IS_THE_MEMBER',
  ],
];
