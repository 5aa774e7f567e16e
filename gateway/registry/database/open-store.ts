import type { EntityManager, ObjectLiteral } from 'typeorm';
import { oneAfterAnother } from '../one-after-another.ts';
import type { Publication } from '../publication.ts';
import { type OnStatement, openDataSource } from './data-source.ts';
import type { DatabaseUrl } from './database-url.ts';
import { isTaken } from './is-taken.ts';
import { keepOperations } from './keep-operations.ts';
import { pruneAttempts } from './prune-attempts.ts';
import {
  type Attempt,
  type KnownOperation,
  parseAttempt,
  parseOperation,
  parsePublication,
  parseToken,
  type Row,
  rowOfPublication,
  type Token,
} from './rows.ts';
import type { TableName } from './tables.ts';

/** What the registry keeps, and all that is asked of it. */
export type Store = {
  /** The newest publication of each member. */
  readonly newest: () => Promise<readonly Publication[]>;
  /** In the order of their numbers. */
  readonly publicationsAfter: (number: number) => Promise<readonly Publication[]>;
  readonly publicationOf: (member: string, number: number) => Promise<Publication | undefined>;
  /** The newest first. */
  readonly history: (member: string, most: number) => Promise<readonly Publication[]>;
  /** Publications with consecutive numbers and the attempts that they came of: all, or none where a number is taken already. */
  readonly keep: (
    publications: readonly Publication[],
    attempts?: readonly Attempt[],
  ) => Promise<'kept' | 'taken'>;
  readonly tokens: () => Promise<readonly Token[]>;
  readonly tokenOfHash: (hash: string) => Promise<Token | undefined>;
  readonly keepToken: (token: Token) => Promise<void>;
  /** False where there is no such token, or none that is good any more. */
  readonly revokeToken: (id: string, at: string) => Promise<boolean>;
  readonly keepAttempt: (attempt: Attempt) => Promise<void>;
  /** The newest first. */
  readonly attempts: (most: number) => Promise<readonly Attempt[]>;
  /** Forgets those before that time, and of the rest all but so many of the newest. */
  readonly pruneAttempts: (before: string, most: number) => Promise<void>;
  /** The busiest first. */
  readonly operations: (since: string, most: number) => Promise<readonly KnownOperation[]>;
  /** Adds to what is counted already, and forgets those that were not seen for longest where there are too many. */
  readonly keepOperations: (seen: readonly KnownOperation[], most: number) => Promise<void>;
  readonly close: () => Promise<void>;
};

export async function openStore(url: DatabaseUrl, onStatement?: OnStatement): Promise<Store> {
  const source = await openDataSource(url, onStatement);
  // SQLite has one connection: what came between two statements of a transaction would be part of it.
  const inTurn = url.kind === 'sqlite' ? oneAfterAnother() : atOnce;
  const within = <Result>(work: (manager: EntityManager) => Promise<Result>) =>
    inTurn(() => work(source.manager));
  const together = <Result>(work: (manager: EntityManager) => Promise<Result>) =>
    inTurn(() => source.transaction(work));
  return {
    ...publicationsIn(within),
    ...tokensIn(within),
    keep: (publications, attempts = []) =>
      together(async (manager) => {
        await insert(manager, 'publication', publications.map(rowOfPublication));
        if (attempts.length > 0) await insert(manager, 'attempt', attempts);
        return 'kept' as const;
      }).catch((fault: unknown) => {
        if (isTaken(fault)) return 'taken' as const;
        throw fault;
      }),
    keepAttempt: (attempt) => within((manager) => insert(manager, 'attempt', [attempt])),
    attempts: (most) =>
      within(async (manager) =>
        (await rows(manager, 'attempt').orderBy('r.at', 'DESC').limit(most).getMany()).map((row) =>
          parseAttempt(row as Row),
        ),
      ),
    pruneAttempts: (before, most) => within((manager) => pruneAttempts(manager, { before, most })),
    operations: (since, most) =>
      within(async (manager) => {
        const known = rows(manager, 'operation').where('r.lastSeen >= :since', { since });
        const found = await known.orderBy('r.times', 'DESC').limit(most).getMany();
        return found.map((row) => parseOperation(row as Row));
      }),
    keepOperations: (seen, most) =>
      together((manager) => keepOperations(manager, url.kind, { seen, most })),
    close: () => inTurn(() => source.destroy()),
  };
}

type Turn = <Result>(work: () => Promise<Result>) => Promise<Result>;
type Within = <Result>(work: (manager: EntityManager) => Promise<Result>) => Promise<Result>;

const atOnce: Turn = (work) => work();

const rows = (manager: EntityManager, table: TableName) =>
  manager.getRepository<ObjectLiteral>(table).createQueryBuilder('r');

async function insert(
  manager: EntityManager,
  table: TableName,
  values: readonly object[],
): Promise<void> {
  await manager
    .createQueryBuilder()
    .insert()
    .into(table)
    .values([...values])
    .updateEntity(false)
    .execute();
}

type Publications = Pick<Store, 'newest' | 'publicationsAfter' | 'publicationOf' | 'history'>;

function publicationsIn(within: Within): Publications {
  const read = (found: readonly ObjectLiteral[]) =>
    found.map((row) => parsePublication(row as Row));
  return {
    newest: () =>
      within(async (manager) => {
        const newest = rows(manager, 'publication')
          .subQuery()
          .select('MAX(other.number)')
          .from('publication', 'other')
          .groupBy('other.member');
        return read(
          await rows(manager, 'publication').where(`r.number IN ${newest.getQuery()}`).getMany(),
        );
      }),
    publicationsAfter: (number) =>
      within(async (manager) => {
        const after = rows(manager, 'publication').where('r.number > :number', { number });
        return read(await after.orderBy('r.number', 'ASC').getMany());
      }),
    publicationOf: (member, number) =>
      within(async (manager) => {
        const one = rows(manager, 'publication').where('r.number = :number', { number });
        const [found] = read(await one.andWhere('r.member = :member', { member }).getMany());
        return found;
      }),
    history: (member, most) =>
      within(async (manager) => {
        const own = rows(manager, 'publication').where('r.member = :member', { member });
        return read(await own.orderBy('r.number', 'DESC').limit(most).getMany());
      }),
  };
}

type Tokens = Pick<Store, 'tokens' | 'tokenOfHash' | 'keepToken' | 'revokeToken'>;

const tokensIn = (within: Within): Tokens => ({
  tokens: () =>
    within(async (manager) => {
      const found = await rows(manager, 'token').orderBy('r.created', 'ASC').getMany();
      return found.map((row) => parseToken(row as Row));
    }),
  tokenOfHash: (hash) =>
    within(async (manager) => {
      const found = await rows(manager, 'token').where('r.hash = :hash', { hash }).getOne();
      return found ? parseToken(found as Row) : undefined;
    }),
  keepToken: (token) => within((manager) => insert(manager, 'token', [token])),
  revokeToken: (id, at) =>
    within(async (manager) => {
      const found = await rows(manager, 'token').where('r.id = :id', { id }).getOne();
      if (!found || found.revoked !== null) return false;
      await manager
        .createQueryBuilder()
        .update('token')
        .set({ revoked: at })
        .where({ id })
        .execute();
      return true;
    }),
});
