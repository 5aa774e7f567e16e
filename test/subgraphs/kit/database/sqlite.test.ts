import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import Database from 'libsql';
import type { OrderBy, Position } from '../../../../schema/index.ts';
import { openRepository } from '../../../../subgraphs/kit/database/index.ts';
import { TYPES, tableOf } from '../../../../subgraphs/kit/database/tables/index.ts';
import type { OwnedType } from '../../../../subgraphs/kit/rows.ts';

type Statement = { readonly text: string; readonly values: readonly unknown[] };

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'zellige-plans-'));
});
afterAll(() => rm(folder, { recursive: true }));

const directions = ['ASC', 'DESC'] as const;
const ORDERS = TYPES.flatMap((type) =>
  Object.keys(tableOf(type).orders).flatMap((field) =>
    directions.map((direction) => ({ type, field, direction })),
  ),
);
const KEYS: Readonly<Record<string, Position['keys']>> = {
  YEAR: [{ n: '2024' }],
  QUANTITY: ['', 'MASS', { n: '1' }],
  CONTAINED: ['', 'MASS', { n: '1' }],
};

test('a page in any one order, either way, is read from an index; a later one from where the last ended', async () => {
  const sent: Statement[] = [];
  const path = join(folder, 'plans.db');
  const repository = await openRepository({
    member: 'MA',
    url: `sqlite:${path}`,
    onStatement: (text, values) => sent.push({ text, values }),
  });
  const database = new Database(path);
  for (const { type, field, direction } of ORDERS) {
    const keys = KEYS[field] ?? ['x'];
    const index = new RegExp(
      `USING (COVERING )?INDEX ${tableOf(type).name}_\\w+_${direction.toLowerCase()}`,
    );
    const orderBy = [{ field, direction }];
    const [first] = await plansOf({ type, orderBy });
    expect({ type, field, plan: first }).toEqual({
      type,
      field,
      plan: [expect.stringMatching(index)],
    });
    const [later = []] = await plansOf({ type, orderBy, after: { keys, id: 'MA:x:a' } });
    const reads = later.filter((step) => / r USING/.test(step));
    expect({ type, field, scans: reads.filter((step) => step.startsWith('SCAN')) }).toEqual({
      type,
      field,
      scans: [],
    });
    expect(reads.length).toBe(keys.length + 3); // a stretch for the rank, each key and the id, and the rows themselves
  }
  database.close();
  await repository.close();

  type Ask = {
    readonly type: OwnedType;
    readonly orderBy: readonly OrderBy[];
    readonly after?: Position;
  };
  async function plansOf({ type, ...ask }: Ask): Promise<readonly (readonly string[])[]> {
    sent.length = 0;
    await repository.page(type, { filter: {}, ...ask, first: 10, wantsTotal: false });
    return sent.map(({ text, values }) =>
      database
        .prepare(`EXPLAIN QUERY PLAN ${text}`)
        .all(...values)
        .map((row) => String(Reflect.get(Object(row), 'detail'))),
    );
  }
});

test('the database in memory is one of its own, gone when it is closed', async () => {
  const [one, other] = await Promise.all(
    [0, 1].map(() => openRepository({ member: 'MA', url: 'sqlite::memory:' })),
  );
  await one?.write([]);
  expect(await other?.changes(0, 1)).toEqual({ changes: [], hasMore: false });
  await Promise.all([one?.close(), other?.close()]);
});

test('a file that is no database is told in one sentence', async () => {
  const path = join(folder, 'letter.db');
  await writeFile(path, 'Dear geologist, '.repeat(100));
  await expect(openRepository({ member: 'MA', url: `sqlite:${path}` })).rejects.toThrow(
    `Expected a database that can be opened and written at ${path}; check that it is there, and the rights on it.`,
  );
});
