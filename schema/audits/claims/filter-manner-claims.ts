import type { Asking } from '../asking.ts';
import { broken, type Claim, kept, keptUnless, MUST, notApplicable, type Seen } from '../claim.ts';
import { filterFaults, hasFilter } from '../filter-faults.ts';
import type { List } from '../lists.ts';
import {
  editionsOf,
  everyRow,
  FIGURE_FIELDS,
  FIGURES,
  hasEditions,
  type OwnRows,
  ownRows,
  shows,
  TRIED,
} from '../own-rows/index.ts';
import { shown } from '../reading.ts';
import type { JsonObject } from '../wire.ts';

/** How filters behave, whatever they choose by. */
export const FILTER_MANNER_CLAIMS: readonly Claim[] = [
  {
    ...MUST,
    id: 'FILTER_TOGETHER',
    sentence: 'Of several fields of a filter all have to be met.',
    remedy: 'Join the conditions with AND.',
    check: async (asking) => {
      const owns = await ownRowsOf(asking);
      const faults = await Promise.all(
        owns.map((own) => filterFaults(asking, own, togetherOf(asking, own))),
      );
      return keptUnless(faults.flat(), 'Two fields together chose what both choose.');
    },
  },
  {
    ...MUST,
    id: 'FILTER_EMPTY_LIST',
    sentence: 'An empty list in a filter chooses nothing.',
    remedy: 'Do not take an empty list for a filter that is not there.',
    check: async (asking) => {
      const owns = await ownRowsOf(asking);
      const faults = await Promise.all(
        owns.map((own) => filterFaults(asking, own, { owners: [] })),
      );
      return keptUnless(faults.flat(), 'Empty lists chose nothing.');
    },
  },
  {
    ...MUST,
    id: 'FILTER_NULL',
    sentence: 'A field of a filter that is null is as if it were not there.',
    remedy: 'Leave out conditions whose value is null, also inside of `years`.',
    check: async (asking) => {
      const owns = await ownRowsOf(asking);
      const faults = await Promise.all(
        owns.map((own) => filterFaults(asking, own, { owners: null, updatedSince: null })),
      );
      return keptUnless(faults.flat(), 'Nulls in filters chose everything.');
    },
  },
  {
    ...MUST,
    id: 'FILTER_UNKNOWN',
    sentence: 'A filter that the contract does not have is refused, never passed over.',
    remedy: 'Serve the inputs as the contract has them, and let GraphQL check them.',
    check: async (asking) => {
      const called = asking.lists.map(({ field }) => `${field}(filter: {zzUnknown: true})`);
      return await refusedAll(asking, called);
    },
  },
  {
    ...MUST,
    id: 'FILTER_BAD_VALUE',
    sentence: 'A value of a filter that has not the form of its type is refused.',
    remedy:
      'Check scalars as the contract describes them: codes, days, instants; and enums by their names.',
    check: async (asking) => {
      const values = asking.lists.flatMap((list) =>
        BAD_VALUES.filter(([field]) => hasFilter(asking, list, field)).map(
          ([field, value]) => `${list.field}(filter: {${field}: ${value}})`,
        ),
      );
      return await refusedAll(asking, values);
    },
  },
  {
    ...MUST,
    id: 'FILTER_EDITIONS',
    module: 'MINERALS',
    sentence: 'Of the editions of a figure the newest is given, and all with `allEditions`.',
    remedy:
      'Editions of a figure differ in edition, number and unit alone; the newest is the greatest by its bytes.',
    check: async (asking) => {
      const figures = await Promise.all(
        asking.lists.filter(hasEditions).map((list) => editionFaults(asking, list)),
      );
      const judged = figures.filter((each) => each !== undefined);
      if (judged.length === 0) return notApplicable('It has no figures that could be compared.');
      return keptUnless(judged.flat(), 'Each figure is given in its newest edition.');
    },
  },
];

/** One of each kind of value; a list has those that its filter has. */
const BAD_VALUES = [
  ['owners', '["m a"]'],
  ['countries', '["Congo"]'],
  ['commodities', '["Copper Ore!"]'],
  ['types', '[NO_SUCH_KIND]'],
  ['updatedSince', '"yesterday"'],
  ['inForceOn', '"2025-02-30"'],
  ['from', '"2025-13-01"'],
  ['years', '{from: "2020"}'],
] as const;

async function refusedAll(asking: Asking, asked: readonly string[]): Promise<Seen> {
  const replies = await Promise.all(
    asked.map(async (called) => ({
      called,
      reply: await asking.ask(`{ ${called} { edges { node { id } } } }`),
    })),
  );
  const passed = replies.filter(({ reply }) => reply.errors.length === 0);
  const first = passed[0];
  if (first)
    return broken(`${first.called} is answered with ${shown(first.reply.data)}, without an error.`);
  return kept(`All ${asked.length} are refused.`);
}

async function ownRowsOf(asking: Asking): Promise<readonly OwnRows[]> {
  return await Promise.all(asking.lists.map((list) => ownRows(asking, list)));
}

/** The owner, and something that some of the rows have. */
function togetherOf(asking: Asking, { list, rows }: OwnRows): JsonObject {
  const field = ['types', 'statuses', 'commodities'].find((each) => hasFilter(asking, list, each));
  const seen = rows.filter((row) => shows(row, []));
  const value = TRIED[field ?? '']?.(seen, asking.member.code)[0];
  return { owners: [asking.member.code], ...(field && value !== undefined && { [field]: value }) };
}

/** Undefined where not every record of the list is known, for the newest edition may be among the others. */
async function editionFaults(asking: Asking, list: List): Promise<readonly string[] | undefined> {
  const [every, newest] = await Promise.all([everyRow(asking, list), ownRows(asking, list)]);
  const figureOf = FIGURES[list.type];
  const isSeen = every.rows.every((row) => shows(row, FIGURE_FIELDS));
  if (!figureOf || !every.isWhole || !newest.isWhole || !isSeen || every.rows.length === 0)
    return undefined;
  const editions = editionsOf(every.rows, figureOf);
  const given = new Set(newest.rows.map(({ id }) => id));
  const lost = editions.newest.filter(({ id }) => !given.has(id));
  const old = editions.older.filter(({ id }) => given.has(id));
  return [
    ...lost.map(({ id }) => `${list.field} leaves out ${id}, the newest edition of its figure.`),
    ...old.map(({ id }) => `${list.field} gives ${id}, of whose figure there is a newer edition.`),
  ];
}
