import { expect, test } from '@jest/globals';
import { openRepository } from '../../../../../subgraphs/kit/database/index.ts';
import type { Repository, Write } from '../../../../../subgraphs/kit/repository.ts';
import { MEMBER, type OneDatabase } from '../on-each-database.ts';
import { english, organisation, puts, site } from '../records.ts';

const put = (revision: number, more: object = {}): Write => ({
  type: 'Site',
  put: site({ id: 'MA:site:a', revision, updatedAt: `2026-01-0${revision}T00:00:00Z`, ...more }),
});
const removal: Write = { type: 'Site', remove: 'MA:site:a', at: '2026-03-01T00:00:00Z' };
const change = (
  sequence: number,
  kind: string,
  revision: number,
  at = `2026-01-0${revision}T00:00:00Z`,
) => ({
  sequence,
  kind,
  type: 'Site',
  recordId: 'MA:site:a',
  revision,
  at,
});
const all = async (repository: Repository) => (await repository.changes(0, 100)).changes;

export function writesHistory({ kind, open, newUrl }: OneDatabase): void {
  test('a record is created, corrected, deleted and created anew; each has its number, its revision and what was before', async () => {
    const repository = await open();
    await repository.write([put(1)]);
    await repository.write([put(3, { name: english('Khouribga') })]);
    await repository.write([removal]);
    expect(await repository.byIds('Site', ['MA:site:a'])).toEqual([null]);
    await repository.write([put(5)]);
    expect(await all(repository)).toEqual([
      change(1, 'CREATED', 1),
      change(2, 'CORRECTED', 3),
      change(3, 'DELETED', 4, '2026-03-01T00:00:00Z'),
      change(4, 'CREATED', 5),
    ]);
    expect(await repository.revisions('MA:site:a')).toEqual([
      { revision: 1, row: site({ id: 'MA:site:a', updatedAt: '2026-01-01T00:00:00Z' }) },
      {
        revision: 3,
        row: site({
          id: 'MA:site:a',
          revision: 3,
          updatedAt: '2026-01-03T00:00:00Z',
          name: english('Khouribga'),
        }),
      },
    ]);
  });

  test('all that happens to a record in one write is kept, in its order', async () => {
    const repository = await open();
    await repository.write([put(1), put(2), removal, put(4), put(5, { type: 'MINE' })]);
    expect(await all(repository)).toEqual([
      change(1, 'CREATED', 1),
      change(2, 'CORRECTED', 2),
      change(3, 'DELETED', 3, '2026-03-01T00:00:00Z'),
      change(4, 'CREATED', 4),
      change(5, 'CORRECTED', 5),
    ]);
    expect((await repository.revisions('MA:site:a')).map(({ revision }) => revision)).toEqual([
      1, 2, 4,
    ]);
    expect(await repository.aggregate('siteCounts', {}, ['TYPE'])).toMatchObject([
      { type: 'MINE', count: 1 },
    ]);
  });

  test('changes come in pages, by the number of the last', async () => {
    const repository = await open();
    await repository.write([put(1), put(2), put(3)]);
    const first = await repository.changes(0, 2);
    expect([first.changes.map(({ sequence }) => sequence), first.hasMore]).toEqual([[1, 2], true]);
    const next = await repository.changes(2, 2);
    expect([next.changes.map(({ sequence }) => sequence), next.hasMore]).toEqual([[3], false]);
    expect(await repository.changes(3, 2)).toEqual({ changes: [], hasMore: false });
  });

  test.each<[string, readonly Write[], string]>([
    [
      'a correction that does not raise the revision',
      [put(1)],
      'Expected a revision of MA:site:a above 1, got 1; raise it with each correction.',
    ],
    [
      'a record created anew below the revision that deleted it',
      [removal, put(2)],
      'Expected a revision of MA:site:a above 2, got 2; raise it with each correction.',
    ],
    [
      'a revision that is not whole',
      [put(2.5, { updatedAt: '2026-01-01T00:00:00Z' })],
      'Expected a revision of MA:site:a above 1, got 2.5; raise it with each correction.',
    ],
    [
      'a deletion of what is not there',
      [{ ...removal, remove: 'MA:site:b' }],
      'Expected a record MA:site:b to delete; there is none.',
    ],
    [
      'a deletion of what is deleted',
      [removal, removal],
      'Expected a record MA:site:a to delete; there is none.',
    ],
    [
      'an id that is of another type',
      puts('Organisation', [organisation({ id: 'MA:site:a', revision: 2 })]),
      'Expected MA:site:a as Site, which it is, got Organisation.',
    ],
    [
      "another member's record",
      puts('Site', [site({ id: 'CD:site:a' })]),
      'Expected a record of MA, got "CD:site:a" of "MA".',
    ],
    [
      'a record whose home is another member',
      [put(2, { home: 'CD' })],
      'Expected a record of MA, got "MA:site:a" of "CD".',
    ],
    [
      "a deletion of another member's record",
      [{ ...removal, remove: 'CD:site:a' }],
      'Expected a record of MA, got "CD:site:a" of "MA".',
    ],
    [
      'a text where a number belongs',
      [put(2, { location: { lat: '1', lon: 2, precision: 'EXACT' } })],
      'location: Expected a number, got "1"; give it as the contract has it.',
    ],
    [
      'an object where a text belongs',
      [put(2, { type: { $ne: 'MINE' } })],
      'type: Expected a text, got {"$ne":"MINE"}; give it as the contract has it.',
    ],
    [
      'a column that the contract does not have',
      [put(2, { colour: 'blue' })],
      "Expected the contract's columns of Site, got colour.",
    ],
    [
      'an instant that is none',
      [put(2, { updatedAt: 'yesterday' })],
      'Expected an instant such as "2026-04-30T12:00:00Z", got "yesterday".',
    ],
    [
      'a code longer than its column',
      [put(2, { type: 'x'.repeat(65) })],
      'Expected at most 64 bytes in type, got 65; shorten it.',
    ],
  ])('%s is refused, and of the whole write nothing is done', async (_, writes, says) => {
    const repository = await open();
    await repository.write([put(1)]);
    const honest = puts('Site', [site({ id: 'MA:site:honest' })]);
    await expect(repository.write([...honest, ...writes])).rejects.toThrow(says);
    expect(await all(repository)).toEqual([change(1, 'CREATED', 1)]);
    expect(await repository.byIds('Site', ['MA:site:honest', 'MA:site:a'])).toEqual([
      null,
      expect.objectContaining({ revision: 1 }),
    ]);
    await repository.write([put(2)]);
    expect(await all(repository)).toEqual([change(1, 'CREATED', 1), change(2, 'CORRECTED', 2)]);
  });

  test('a name fits to the last byte', async () => {
    const repository = await open();
    await repository.write([put(1, { name: english('ك'.repeat(1024)) })]);
    await expect(
      repository.write([put(2, { name: english(`${'ك'.repeat(1024)}.`) })]),
    ).rejects.toThrow('Expected at most 2048 bytes in nameKey, got 2049; shorten it.');
  });

  test('writers that come at once stand in line: numbers without gaps, and no record lost', async () => {
    const url = await newUrl();
    // A server has many writers; within one process SQLite has one.
    const writers = await Promise.all(
      (kind === 'MariaDB' ? [1, 2] : [1]).map(() => openRepository({ member: MEMBER, url })),
    );
    const writes = Array.from({ length: 20 }, (_, n) =>
      puts('Site', [site({ id: `MA:site:${n}` }), site({ id: `MA:site:${n}b` })]),
    );
    const [first] = writers;
    await Promise.all([
      ...writes.map((each, n) => writers[n % writers.length]?.write(each)),
      expect(first?.write([{ ...removal, remove: 'MA:site:none' }])).rejects.toThrow(
        'there is none',
      ),
    ]);
    const changes = first ? await all(first) : [];
    expect(changes.map(({ sequence }) => sequence)).toEqual(
      Array.from({ length: 40 }, (_, n) => n + 1),
    );
    expect(new Set(changes.map(({ recordId }) => recordId)).size).toBe(40);
    await Promise.all(writers.map((each) => each.close()));
  });

  test('of corrections that come at once with one revision, one is done and the others are refused', async () => {
    const repository = await open();
    await repository.write([put(1)]);
    const tried = await Promise.allSettled(
      Array.from({ length: 8 }, () => repository.write([put(2)])),
    );
    const refusals = tried.flatMap((each) =>
      each.status === 'rejected' ? [String(each.reason.message)] : [],
    );
    const says = 'Expected a revision of MA:site:a above 2, got 2; raise it with each correction.';
    expect(refusals).toEqual(Array(7).fill(says));
    expect(await all(repository)).toEqual([change(1, 'CREATED', 1), change(2, 'CORRECTED', 2)]);
  });

  test('a question asked during a write sees all of it or nothing', async () => {
    const repository = await open();
    const rows = Array.from({ length: 500 }, (_, n) =>
      site({ id: `MA:site:${n}`, commodityCodes: ['copper'] }),
    );
    const writing = repository.write(puts('Site', rows));
    const seen = await Promise.all(
      Array.from({ length: 20 }, () => repository.aggregate('siteCounts', {}, ['COMMODITY'])),
    );
    await writing;
    const counts = seen.map(([row]) => (row && 'count' in row ? row.count : 0));
    expect(counts.filter((count) => count !== 0 && count !== 500)).toEqual([]);
  });

  test('an empty write does nothing', async () => {
    const repository = await open();
    await repository.write([]);
    expect(await all(repository)).toEqual([]);
  });
}
