import { DATE, ID, key, plain, type StoredColumn, whole } from './field.ts';

export type KeptTable = {
  readonly name: string;
  readonly columns: readonly StoredColumn[];
  readonly primary: readonly string[];
};

const TYPE = key(32)('type').columns;

/** What a member has done: its changes, the revisions that were, what is deleted, and the number of its last change. */
export const HISTORY: readonly KeptTable[] = [
  {
    name: 'record_change',
    columns: [
      ...whole('sequence').columns,
      ...key(16)('kind').columns,
      ...TYPE,
      ...ID('recordId').columns,
      ...whole('revision').columns,
      ...DATE('at').columns,
    ],
    primary: ['sequence'],
  },
  {
    name: 'record_revision',
    columns: [
      ...ID('recordId').columns,
      ...whole('revision').columns,
      ...TYPE,
      ...plain('body').columns,
    ],
    primary: ['recordId', 'revision'],
  },
  {
    name: 'record_tombstone',
    columns: [
      ...ID('recordId').columns,
      ...TYPE,
      ...whole('revision').columns,
      ...DATE('at').columns,
    ],
    primary: ['recordId'],
  },
  {
    name: 'change_counter',
    columns: [...whole('id').columns, ...whole('last').columns],
    primary: ['id'],
  },
];
