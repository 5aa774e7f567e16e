import { expect, test } from '@jest/globals';
import type { Direction, Position } from '../../../../../schema/index.ts';
import type { Repository } from '../../../../../subgraphs/kit/repository.ts';
import type { OwnedType } from '../../../../../subgraphs/kit/rows.ts';
import type { OneDatabase } from '../on-each-database.ts';
import { english, production, puts, site, tonnes } from '../records.ts';

/** The local parts of all ids in an order, read in pages of two. */
async function scrolled(
  repository: Repository,
  type: OwnedType,
  orderBy: readonly { readonly field: string; readonly direction: Direction }[],
): Promise<readonly string[]> {
  const ids: string[] = [];
  let after: Position | undefined;
  for (let pages = 0; pages < 50; pages += 1) {
    const ask = { filter: {}, orderBy, first: 2, wantsTotal: false, ...(after && { after }) };
    const page = await repository.page(type, ask);
    ids.push(...page.rows.map(({ row }) => row.id.split(':')[2] ?? ''));
    after = page.rows.at(-1)?.position;
    if (!page.hasNextPage) return ids;
  }
  throw new Error('Expected the pages to end.');
}

const reversed = (texts: readonly string[]) => [...texts].reverse();

export function ordersExactly({ open }: OneDatabase): void {
  test('numbers stand in their order, to the last digit; the unit does not matter', async () => {
    const repository = await open();
    const rising = [
      ['a', '-123456789012345678901234567890.5', 'TONNE'],
      ['b', '-12', 'TONNE'],
      ['c', '-3.3', 'TONNE'],
      ['d', '-3.25', 'TONNE'],
      ['e', '0', 'KILOTONNE'],
      ['f', '0.000000000000000000000000000001', 'TONNE'],
      ['g', '9.5', 'TONNE'],
      ['h', '9501', 'KILOGRAM'],
      ['i', '10', 'TONNE'],
      ['j', '0.1', 'KILOTONNE'],
      ['k', '9007199254740992', 'TONNE'],
      ['l', '9007199254740993', 'TONNE'],
      ['m', '18446744073709551617', 'TONNE'],
      ['n', '123456789012345678901234567890.5', 'TONNE'],
    ] as const;
    const figures = rising.map(([local, value, unit], place) =>
      production({ id: `MA:production:${local}`, year: place, quantity: tonnes(value, { unit }) }),
    );
    const [withheld, none] = [tonnes(null), null].map((quantity, place) =>
      production({ id: `MA:production:${'zy'.charAt(place)}`, year: null, quantity }),
    );
    const grade = tonnes('1', { basis: 'metal content' });
    const other = production({ id: 'MA:production:basis', year: -1, quantity: grade });
    if (!withheld || !none) throw new Error('Expected both.');
    await repository.write(puts('ProductionRecord', [...figures, withheld, none, other]));
    const letters = rising.map(([local]) => local);
    const by = (field: string, direction: Direction) =>
      scrolled(repository, 'ProductionRecord', [{ field, direction }]);
    expect(await by('QUANTITY', 'ASC')).toEqual([...letters, 'basis', 'y', 'z']);
    expect(await by('QUANTITY', 'DESC')).toEqual(['basis', ...reversed(letters), 'y', 'z']);
    expect(await by('YEAR', 'ASC')).toEqual(['basis', ...letters, 'y', 'z']);
    expect(await by('YEAR', 'DESC')).toEqual([...reversed(letters), 'basis', 'y', 'z']);
  });

  test('names stand in the order of their bytes, like ones by id, nothing last either way', async () => {
    const repository = await open();
    const rising: readonly (readonly [string, string | null])[] = [
      ['a', ''],
      ['b', '50%'],
      ['c', 'Élan'],
      ['d', 'E\u0301LAN'],
      ['e', 'elan\t'],
      ['f', 'elan '],
      ['g', 'Zoe'],
      ['h', 'ŁÓDŹ'],
      ['i', 'łódź'],
      ['j', 'منجم'],
      ['k', '\ue000'],
      ['l', '\u{10000}'],
      ['m', '\u{1f48e}'],
      ['n', null],
      ['o', null],
    ];
    const sites = rising.map(([local, en]) =>
      site({ id: `MA:site:${local}`, name: en === null ? null : english(en) }),
    );
    await repository.write(puts('Site', sites));
    const by = (direction: Direction) =>
      scrolled(repository, 'Site', [{ field: 'NAME', direction }]);
    expect(await by('ASC')).toEqual(rising.map(([local]) => local));
    expect(await by('DESC')).toEqual([...'mlkjihgfecdbano']);
  });
}
