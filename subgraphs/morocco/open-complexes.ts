import { fileURLToPath } from 'node:url';
import { compareBytes, orderKeyOfText } from '../../schema/index.ts';
import { openOwnTables, readJson } from '../kit/index.ts';
import { COMPLEXES, type ComplexRow, CreateComplexes1764547200000 } from './complex-table.ts';

/** Morocco's phosphate complexes, in a table of its own database. */
export type Complexes = {
  /** All of them, by name: one statement. */
  readonly all: () => Promise<readonly ComplexRow[]>;
  readonly close: () => Promise<void>;
};

const SEED = fileURLToPath(new URL('seeds/phosphate.json', import.meta.url));

export async function openComplexes(database: string): Promise<Complexes> {
  const source = await openOwnTables(database, {
    prefix: 'ma',
    entities: [COMPLEXES],
    migrations: [CreateComplexes1764547200000],
  });
  const table = source.getRepository(COMPLEXES);
  if ((await table.count()) === 0) await table.insert(readComplexes());
  return {
    all: async () => (await table.find()).sort(byName),
    close: () => source.destroy(),
  };
}

const byName = (a: ComplexRow, b: ComplexRow): number =>
  compareBytes(orderKeyOfText(a.name), orderKeyOfText(b.name));

function readComplexes(): ComplexRow[] {
  const value = readJson(SEED);
  if (Array.isArray(value)) return value as ComplexRow[];
  throw new Error(`Expected a list of complexes in ${SEED}, got ${typeof value}.`);
}
