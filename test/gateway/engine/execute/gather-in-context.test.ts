import { expect, test } from '@jest/globals';
import { gatherInContext } from '../../../../gateway/engine/execute/gather-in-context.ts';
import type { Values } from '../../../../gateway/engine/execute/values.ts';
import { runOf, TYPES } from './run-of.ts';

const represent = {
  textOf: ({ id }: Values) => (typeof id === 'string' ? id : undefined),
  isBare: () => true,
};

/** Of items in shops, with the currency of the shop. */
function gathered(data: Values, path = 'shops/@/items/@') {
  const run = runOf({ data, shares: true });
  const contexts = [{ variable: 'c', depth: 2, within: ['currency'] }];
  const found = gatherInContext(run, {
    ...{ path: path.split('/'), represent, contexts, isOfType: TYPES.isOfType },
  });
  return { found: [...found.values()], run };
}

test('entities are apart where their arguments differ, and together where not', () => {
  const shop = (currency: string, ...ids: readonly string[]) => ({
    currency,
    items: ids.map((id) => ({ id })),
  });
  const { found, run } = gathered({
    shops: [shop('EUR', 'a', 'b', 'a'), null, shop('MAD', 'a'), shop('EUR', 'b')],
  });
  expect(found).toEqual([
    {
      variables: { c: 'EUR' },
      representations: ['a', 'b'],
      targets: [
        [{ id: 'a' }, { id: 'a' }],
        [{ id: 'b' }, { id: 'b' }],
      ],
    },
    { variables: { c: 'MAD' }, representations: ['a'], targets: [[{ id: 'a' }]] },
  ]);
  expect(run.copies).toBe(0);
});

test('what stands in several contexts becomes several, with all that leads to it', () => {
  const items = [{ id: 'a', more: {} }];
  const shops = [
    { currency: 'EUR', items },
    { currency: 'MAD', items },
    { currency: 'EUR', items },
  ];
  const { found, run } = gathered({ shops });
  const [eur, mad] = found.map(({ targets }) => targets[0]);
  expect([eur?.length, mad?.length, run.copies]).toEqual([1, 1, 2]);
  expect(shops.map((shop) => shop.items[0])).toEqual([eur?.[0], mad?.[0], eur?.[0]]);
  expect([eur?.[0] === mad?.[0], shops[0]?.items === shops[1]?.items]).toEqual([false, false]);
  expect([shops[0]?.items, shops[2]?.items[0]]).toEqual([items, items[0]]);
  expect(mad?.[0]?.more).toBe(items[0]?.more);
});

test('who did not get its argument is not gathered', () => {
  const { found } = gathered({
    shops: [{ items: [{ id: 'a' }] }, { currency: null, items: [{ id: 'b' }] }],
  });
  expect(found).toEqual([
    { variables: { c: null }, representations: ['b'], targets: [[{ id: 'b' }]] },
  ]);
});

test.each<readonly [name: string, shops: unknown]>([
  ['nothing', undefined],
  ['a null', null],
  ['no list', { currency: 'EUR' }],
  ['a list of texts', ['a']],
  ['lists where objects are due', [[{ items: [{ id: 'a' }] }]]],
  ['no items', [{ currency: 'EUR' }]],
  ['what is no entity', [{ currency: 'EUR', items: [null, 'a', {}, [{ id: 'a' }]] }]],
])('%s is walked without harm', (_, shops) => {
  expect(gathered({ shops }).found).toEqual([]);
});
