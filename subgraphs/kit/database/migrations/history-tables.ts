import type { NewTable } from './new-table.ts';

/** What a member has done: its numbered changes, the revisions that were, and what is deleted. */
export const HISTORY_TABLES: readonly NewTable[] = [
  {
    name: 'record_change',
    columns: `
    sequence whole NOT NULL,
    kind key(16) NOT NULL,
    type key(32) NOT NULL,
    recordId key(128) NOT NULL,
    revision whole NOT NULL,
    at key(40) NOT NULL`,
    primaryKey: ['sequence'],
  },
  {
    name: 'record_revision',
    columns: `
    recordId key(128) NOT NULL,
    revision whole NOT NULL,
    type key(32) NOT NULL,
    body text NOT NULL`,
    primaryKey: ['recordId', 'revision'],
  },
  {
    name: 'record_tombstone',
    columns: `
    recordId key(128) NOT NULL,
    type key(32) NOT NULL,
    revision whole NOT NULL,
    at key(40) NOT NULL`,
    primaryKey: ['recordId'],
  },
  {
    name: 'change_counter',
    columns: `
    id whole NOT NULL,
    last whole NOT NULL`,
    primaryKey: ['id'],
  },
];
