import type { GraphQLSchema } from 'graphql';
import type { Logger } from 'pino';
import { openRepository } from './database/index.ts';
import { contextOf } from './graphql/index.ts';
import { type Address, type Served, serve } from './http/index.ts';
import type { Profile } from './profile.ts';
import type { Repository } from './repository.ts';
import type { Rows } from './rows.ts';
import { writesOf } from './seeds.ts';

/** What makes a member differ from the others. */
export type MemberDefinition = {
  readonly profile: Profile;
  /** Read only while its database is empty. */
  readonly seeds: () => readonly Rows[];
  /** Its schema, and what it keeps beside its records, in the same database. */
  readonly open: (database: string) => Promise<Opened>;
};
export type Opened = { readonly schema: GraphQLSchema; readonly close: () => Promise<void> };

export type Progress = {
  readonly kind: 'loading' | 'loaded';
  readonly code: string;
  readonly records: number;
};
export type StartOptions = Address & {
  /** `sqlite:data/MA.db`, `mysql://user:password@host/database`. */
  readonly database: string;
  /** Of a database that has the tables already, as views perhaps: none is made there, and no seeds are loaded. */
  readonly readsOnly?: boolean;
  readonly logger: Logger;
  readonly onProgress?: (progress: Progress) => void;
};
export type RunningMember = Served & { readonly code: string };

/** Opens a member's database, loads its seeds where that is empty, and serves it; or throws with one sentence, with nothing left open. */
export async function startMember(
  { profile, seeds, open }: MemberDefinition,
  { database, readsOnly = false, logger, onProgress = () => undefined, ...address }: StartOptions,
): Promise<RunningMember> {
  const closing = new Closing();
  try {
    const { code } = profile;
    const repository = closing.with(
      await openRepository({ member: code, url: database, readsOnly }),
    );
    const { schema } = closing.with(await open(database));
    const tell = (kind: Progress['kind'], records: number) => onProgress({ kind, code, records });
    if (!readsOnly) await loadSeeds(repository, seeds, tell);
    const newContext = () => contextOf(profile, repository, new Date());
    const serving = { code, schema, contextOf: newContext, logger: logger.child({ member: code }) };
    const { url } = closing.with(await serve(serving, address));
    return { code, url, close: () => closing.close() };
  } catch (fault) {
    await closing.close();
    throw fault;
  }
}

type Closeable = { readonly close: () => Promise<void> };

/** What was opened, to be closed the other way round. */
class Closing {
  readonly #opened: Closeable[] = [];

  with<Thing extends Closeable>(thing: Thing): Thing {
    this.#opened.unshift(thing);
    return thing;
  }

  async close(): Promise<void> {
    for (const each of this.#opened.splice(0)) await each.close();
  }
}

/** In one transaction, so that a database is loaded whole or found empty again. */
async function loadSeeds(
  repository: Repository,
  seeds: () => readonly Rows[],
  tell: (kind: Progress['kind'], records: number) => void,
): Promise<void> {
  const { changes } = await repository.changes(0, 1);
  if (changes.length > 0) return;
  const writes = seeds().flatMap(writesOf);
  if (writes.length === 0) return;
  tell('loading', writes.length);
  await repository.write(writes);
  tell('loaded', writes.length);
}
