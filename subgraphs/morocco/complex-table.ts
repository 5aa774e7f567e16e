import { EntitySchema, type QueryRunner, Table } from 'typeorm';
import type { Provenance, Quantity } from '../kit/index.ts';

/** A phosphate complex, in the columns of the extension; `siteIds` names its sites in the register. */
export type ComplexRow = {
  readonly name: string;
  readonly region: string | null;
  readonly rockType: string | null;
  readonly status: string | null;
  readonly capacity: Quantity | null;
  readonly oreGrade: Quantity | null;
  readonly oreConfidence: string | null;
  readonly productGrade: Quantity | null;
  readonly productConfidence: string | null;
  readonly provenance: Provenance | null;
  readonly siteIds: readonly string[];
};

const NAME = 'ma_phosphate_complex';
const COLUMNS = {
  region: 'text',
  rockType: 'text',
  status: 'text',
  capacity: 'simple-json',
  oreGrade: 'simple-json',
  oreConfidence: 'text',
  productGrade: 'simple-json',
  productConfidence: 'text',
  provenance: 'simple-json',
  siteIds: 'simple-json',
} as const satisfies Readonly<Record<Exclude<keyof ComplexRow, 'name'>, 'text' | 'simple-json'>>;

export const COMPLEXES = new EntitySchema<ComplexRow>({
  name: NAME,
  columns: {
    name: { type: 'varchar', length: 64, primary: true },
    ...optional(COLUMNS),
  },
});

/** TypeORM makes a migration with `new`, and orders migrations by the millisecond at the end of the name. */
export function CreateComplexes1764547200000() {
  return { name: 'CreateComplexes1764547200000', up, down };
}

const up = (runner: QueryRunner): Promise<void> =>
  runner.createTable(
    new Table({
      name: NAME,
      columns: [
        { name: 'name', type: 'varchar', length: '64', isPrimary: true },
        ...Object.keys(COLUMNS).map((name) => ({ name, type: 'text', isNullable: true })),
      ],
    }),
  );
const down = (runner: QueryRunner): Promise<void> => runner.dropTable(NAME);

function optional<Columns extends Readonly<Record<string, 'text' | 'simple-json'>>>(
  columns: Columns,
) {
  return Object.fromEntries(
    Object.entries(columns).map(([name, type]) => [name, { type, nullable: true }]),
  );
}
