import type { Repository } from '../repository.ts';
import { aggregate } from './aggregates/index.ts';
import { connect } from './connection.ts';
import type { OnStatement } from './data-source.ts';
import { parseDatabaseUrl } from './database-url.ts';
import { byIds, changes, counts, ownPages, page, pagesUnder, revisions } from './reads/index.ts';
import { write } from './writes/index.ts';

export type Opening = {
  /** Whose records they are: no other member's are taken in. */
  readonly member: string;
  /** `sqlite:PATH`, `sqlite::memory:` or `mysql://user:password@host:port/database`. */
  readonly url: string;
  /** Its tables are there already, as views perhaps, and none is made. */
  readonly readsOnly?: boolean;
  readonly onStatement?: OnStatement;
};

/** Opens a member's database and brings its tables up to this version, where it may. */
export async function openRepository({ member, url, ...opening }: Opening): Promise<Repository> {
  const connection = await connect(parseDatabaseUrl(url), opening);
  const { run } = connection;
  return {
    page: (type, ask) => page(run, type, ask),
    pagesUnder: (type, parent, parents, ask) => pagesUnder(run, { type, parent, parents }, ask),
    byIds: (type, ids) => byIds(run, type, ids),
    ownPages: (list, parentIds, ask) => ownPages(run, { list, parentIds }, ask),
    aggregate: (which, filter, by) => aggregate(run, which, { filter, by }),
    changes: (after, first) => changes(run, after, first),
    counts: () => counts(run),
    write: (writes) => write(connection, member, writes),
    revisions: (id) => revisions(run, id),
    database: connection.database,
    close: connection.close,
  };
}
