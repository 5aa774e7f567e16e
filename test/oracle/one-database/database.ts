import type { Contract } from '../../../schema/index.ts';
import type { OwnedType } from '../../../subgraphs/kit/rows.ts';
import { chosen, type Filter } from './choose.ts';
import {
  type Asked,
  type Coverage,
  coverageOf,
  type OracleMember,
  type Silent,
} from './coverage.ts';
import { newestOf } from './newest.ts';
import { type Row, type Tables, tablesOf } from './tables.ts';

/** Everybody's records in one place, and who of them would not have answered. */
export type Database = {
  readonly contract: Contract;
  readonly members: readonly OracleMember[];
  readonly silent: Silent;
  readonly tables: Tables;
  /** Those of the silent ones too: a page may go on behind a row of theirs. */
  readonly everybodys: Tables;
  /** Since when the silent ones are so: since the scroll began, or since this page. */
  readonly silentSince: 'START' | 'PAGE';
  readonly choose: (type: OwnedType, filter: Filter) => readonly Row[];
  readonly coverageOf: (asked: Asked) => Coverage & { readonly nobodyAnswered: boolean };
};

export function openDatabase(
  contract: Contract,
  members: readonly OracleMember[],
  silent: Silent = new Map(),
  silentSince: Database['silentSince'] = 'START',
): Database {
  const tables = tablesOf(members.filter(({ code }) => !silent.has(code)));
  const isNewest = newestOf(tables);
  return {
    contract,
    members,
    silent,
    silentSince,
    tables,
    everybodys: tablesOf(members),
    choose: (type, filter) => chosen(tables.rows[type], filter, isNewest),
    coverageOf: (asked) => coverageOf(members, silent, asked),
  };
}
