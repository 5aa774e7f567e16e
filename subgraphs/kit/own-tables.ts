import { DataSource, type EntitySchema } from 'typeorm';
import { parseDatabaseUrl, placeOf } from './database/index.ts';

/** Tables that a member keeps beside its records, for what it publishes beyond the contract. */
export type OwnTables = {
  /** Prefix of their names, that of the extension: `ma`. */
  readonly prefix: string;
  readonly entities: readonly EntitySchema[];
  readonly migrations: readonly (() => void)[];
};

/** Opens them in the member's database, as new as this code; whoever opens them ends them with `destroy`. */
export async function openOwnTables(
  url: string,
  { prefix, entities, migrations }: OwnTables,
): Promise<DataSource> {
  return await new DataSource({
    ...placeOf(parseDatabaseUrl(url)),
    entities: [...entities],
    migrations: [...migrations],
    migrationsTableName: `${prefix}_migrations`,
    migrationsRun: true,
    synchronize: false,
    logging: false,
  }).initialize();
}
