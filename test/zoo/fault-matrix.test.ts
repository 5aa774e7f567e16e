import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { readContract } from '../../schema/index.ts';
import { cases } from '../oracle/config.ts';
import { type OpenedMember, openMember } from '../oracle/generated-member.ts';
import { openDatabase } from '../oracle/one-database/database.ts';
import { type Oracle, openOracle } from '../oracle/one-database/oracle.ts';
import { type GeneratedWorld, worldOf } from '../oracle/rows/generate-world.ts';
import { CELLS, type Cell, sampleOf } from './cells.ts';
import { type Enclosure, openEnclosure } from './enclosure.ts';
import { FAULTS } from './faults.ts';
import { openPlaces } from './places.ts';
import { printMatrix } from './print-matrix.ts';
import { type OracleWithout, runCell } from './run-cell.ts';

/** Cells that run beside each other, each with a gateway of its own. */
const LANES = 3;
const ALL = ['MINERALS', 'POLICIES', 'EVENTS'] as const;
const STATES = ['CD', 'GA', 'MA', 'NA', 'ZM'].map((code) => ({ code, modules: ALL }));
const BODY = { code: 'AMSG', modules: ['POLICIES', 'EVENTS'] } as const;

let places: Awaited<ReturnType<typeof openPlaces>>;
let opened: readonly OpenedMember[];
let enclosures: readonly Enclosure[];
let world: GeneratedWorld;
beforeAll(async () => {
  world = wellFilledWorld();
  places = await openPlaces();
  opened = await Promise.all(world.members.map((each) => openMember(each, 'sqlite::memory:')));
  enclosures = await Promise.all(
    Array.from({ length: LANES }, () => openEnclosure(opened, places)),
  );
});
afterAll(async () => {
  for (const each of enclosures) await each.close();
  for (const each of opened) await each.close();
  places.close();
});

/** A world in which everybody holds enough of everything to do wrong on a later page too: of the first five hundred, this one. */
function wellFilledWorld(): GeneratedWorld {
  const made = worldOf('zoo 469', [...STATES, BODY], 9);
  const { rows } = openDatabase(readContract(), made.members).tables;
  const types = ['Site', 'Policy', 'ProductionRecord'] as const;
  const thin = types.flatMap((type) =>
    (type === 'Policy' ? [...STATES, BODY] : STATES)
      .filter(({ code }) => rows[type].filter(({ home }) => home === code).length < 4)
      .map(({ code }) => `${type} of ${code}`),
  );
  if (thin.length > 0) throw new Error(`Expected a world with four rows each, too few: ${thin}.`);
  return made;
}

test('every fault of the table is seen as the table says, wherever it has a meaning', async () => {
  const cells = sampleOf(CELLS, cases(300, CELLS.length));
  const found = await runAll(cells);
  process.stdout.write(printMatrix(cells));
  expect(found).toEqual([]);
  expect(new Set(cells.map(({ name }) => name)).size).toBe(
    Object.values(FAULTS).filter((each) => each.in?.length !== 0).length,
  );
}, 900_000);

test('the matrix has as many cells as reliability asks for', () => {
  expect(CELLS.length).toBeGreaterThanOrEqual(1_500);
});

async function runAll(cells: readonly Cell[]): Promise<readonly unknown[]> {
  const left = [...cells];
  const found: unknown[] = [];
  const oracleWithout = remembered();
  const codes = world.members.map(({ code }) => code);
  const lane = async (enclosure: Enclosure) => {
    for (let cell = left.shift(); cell; cell = left.shift()) {
      const difference = await runCell({ enclosure, oracleWithout, codes }, cell);
      const { name, kind, page, size } = cell;
      if (difference) found.push({ name, kind, page, size, difference });
    }
  };
  await Promise.all(enclosures.map(lane));
  return found;
}

/** One database for each set of silent members: making one takes longer than asking it. */
function remembered(): OracleWithout {
  const known = new Map<string, Oracle>();
  const schema = enclosures[0]?.client.schema;
  return (silent, reason) => {
    const key = [...silent, reason].join(' ');
    const made = known.get(key);
    if (made) return made;
    if (!schema) throw new Error('Expected an enclosure, got none.');
    const oracle = openOracle(schema, {
      members: world.members,
      silent,
      reason,
      silentSince: 'PAGE',
    });
    known.set(key, oracle);
    return oracle;
  };
}
