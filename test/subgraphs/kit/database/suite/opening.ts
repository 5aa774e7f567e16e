import { expect, test } from '@jest/globals';
import { openRepository } from '../../../../../subgraphs/kit/database/index.ts';
import { MEMBER, type OneDatabase } from '../on-each-database.ts';
import { puts, site } from '../records.ts';

export function opensAndCloses({ kind, newUrl }: OneDatabase): void {
  test('a database that is opened again holds what it held, and says what it is', async () => {
    const url = await newUrl();
    const first = await openRepository({ member: MEMBER, url });
    expect(first.database).toBe(kind);
    await first.write(puts('Site', [site({ id: 'MA:site:a' })]));
    await first.close();
    await expect(first.counts()).rejects.toThrow();
    const again = await openRepository({ member: MEMBER, url });
    expect(await again.byIds('Site', ['MA:site:a'])).toEqual([site({ id: 'MA:site:a' })]);
    await again.write(puts('Site', [site({ id: 'MA:site:b' })]));
    expect((await again.changes(0, 9)).changes.map(({ sequence }) => sequence)).toEqual([1, 2]);
    await again.close();
  });
}
