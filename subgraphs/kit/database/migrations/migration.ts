import type { MigrationInterface, QueryRunner } from 'typeorm';
import type { Dialect } from './new-table.ts';

/** One step of the tables: its name ends in the millisecond it was written at, by which TypeORM orders them. */
export type Migration = {
  readonly name: string;
  readonly up: (dialect: Dialect) => readonly string[];
};

/** As TypeORM takes it: something to make with `new`. There is no way back down; a mistake is mended by the next migration. */
export const forTypeOrm = (migration: Migration, dialect: Dialect): (() => void) =>
  function Step(): MigrationInterface {
    return {
      name: migration.name,
      up: async (runner: QueryRunner) => {
        for (const statement of migration.up(dialect)) await runner.query(statement);
      },
      down: () =>
        Promise.reject(new Error(`${migration.name} has no way back; restore the database.`)),
    };
  };
