import type { Change } from '../../../../subgraphs/kit/repository.ts';
import type { Fault } from '../fault.ts';
import { bendsObjects, keeps } from './deeds.ts';

const EVERYTHING = 100_000;
const ONE = { filter: {}, orderBy: [], first: 1, wantsTotal: false } as const;

/** It gives other changes than it made; `after` and `first` are kept to. */
const tells = (other: (changes: readonly Change[]) => readonly Change[]) =>
  keeps(({ changes }) => ({
    changes: async (after, first) => {
      const all = other((await changes(0, EVERYTHING)).changes);
      const found = all.filter(({ sequence }) => sequence > after);
      return { changes: found.slice(0, first), hasMore: found.length > first };
    },
  }));

export const CHANGE_FAULTS: readonly Fault[] = [
  [
    'tells changes from the last to the first',
    keeps(({ changes }) => ({
      changes: async (after, first) => {
        const found = await changes(after, first);
        return { ...found, changes: found.changes.toReversed() };
      },
    })),
    'CHANGES_RISE',
  ],
  [
    'tells all changes always',
    keeps(({ changes }) => ({ changes: (_after, first) => changes(0, first) })),
    'CHANGES_RISE',
  ],
  [
    'leaves out the change behind the number',
    keeps(({ changes }) => ({
      changes: (after, first) => changes(after === 0 ? 0 : after + 1, first),
    })),
    'CHANGES_AFTER',
  ],
  [
    'says that the last change is the first',
    bendsObjects((object) =>
      'hasMore' in object && 'last' in object ? { ...object, last: 0 } : object,
    ),
    'CHANGES_LAST',
  ],
  [
    'says that no changes follow',
    bendsObjects((object) =>
      'hasMore' in object && 'last' in object ? { ...object, hasMore: false } : object,
    ),
    'CHANGES_MORE',
  ],
  [
    'calls types by its tables',
    tells((changes) =>
      changes.map((each) => ({ ...each, type: `t_${each.type}` as Change['type'] })),
    ),
    'CHANGES_FORM',
  ],
  [
    'tells nothing of its creations',
    tells((changes) => changes.filter(({ kind }) => kind !== 'CREATED')),
    'CHANGES_COMPLETE',
  ],
  [
    'tells nothing of its corrections',
    tells((changes) => changes.filter(({ kind }) => kind !== 'CORRECTED')),
    'CHANGES_COMPLETE',
  ],
  [
    'tells every change as of the first revision',
    tells((changes) => changes.map((each) => ({ ...each, revision: 1 }))),
    'CHANGES_COMPLETE',
  ],
  [
    'goes on giving what it has deleted',
    keeps(({ byIds, changes, page }) => ({
      byIds: async (type, ids) => {
        const told = (await changes(0, EVERYTHING)).changes;
        const gone = told.filter(({ kind }) => kind === 'DELETED').map(({ recordId }) => recordId);
        const [other] = (await page(type, ONE)).rows;
        return (await byIds(type, ids)).map((each, place) => {
          const id = ids[place] ?? '';
          return each ?? (other && gone.includes(id) ? { ...other.row, id } : null);
        });
      },
    })),
    'CHANGES_DELETED',
  ],
  [
    "tells another's changes as its own",
    {
      where: 'QUESTION',
      bend: ({ query, ...rest }) => ({
        ...rest,
        query: query.replace('changes(owner: "QQ")', 'changes(owner: "CD")'),
      }),
    },
    'CHANGES_OF_OTHERS',
  ],
  [
    'keeps no changes',
    keeps(() => ({ changes: () => Promise.reject(new Error('No such table.')) })),
    'CHANGES_SERVED',
  ],
];
