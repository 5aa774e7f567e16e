import { expect, test } from '@jest/globals';
import {
  compileRepresentation,
  contextFetch,
  type SubgraphAsk,
} from '../../../../gateway/engine/execute/index.ts';
import { runOf, TYPES } from './run-of.ts';

const requires = ['__typename', 'id'].map((name) => ({ kind: 'Field', name }) as const);

/** Asks for the price of mines, in the currency of where they stand. */
const fetch = contextFetch({
  ...TYPES,
  question: {
    ...{ service: 'mines', query: '{ price }', operationName: undefined },
    ...{ isMutation: false, isFollowed: false },
  },
  path: ['shops', '@', 'mine'],
  variables: ['n', 'c'],
  represent: compileRepresentation({
    ...{ requires, inputRewrites: [], isOfType: TYPES.isOfType, keysOf: () => [] },
  }),
  key: 'price',
  outputRewrites: [{ kind: 'KeyRenamer', path: ['price__alias_0'], renameKeyTo: 'price' }],
  contexts: [{ variable: 'c', depth: 2, within: ['currency'] }],
});

const mine = (id: string) => ({ __typename: 'Mine', id });
const priced = ({ variables, representations = [] }: SubgraphAsk) => ({
  data: {
    _entities: representations.map((each) => ({
      price__alias_0: `${JSON.parse(each).id} ${variables.c} ${variables.n}`,
    })),
  },
});

test('each context is asked for with its own arguments, and all at once', async () => {
  const data = {
    shops: [
      { currency: 'EUR', mine: mine('a') },
      { currency: 'MAD', mine: mine('a') },
      { currency: 'EUR', mine: mine('b') },
    ],
  };
  const run = runOf({ data, variables: { n: 1, c: 'of nobody' } }, priced);
  await fetch(run);
  expect(run.asks.map(({ variables, representations }) => [variables, representations])).toEqual([
    [{ n: 1, c: 'EUR' }, [JSON.stringify(mine('a')), JSON.stringify(mine('b'))]],
    [{ n: 1, c: 'MAD' }, [JSON.stringify(mine('a'))]],
  ]);
  expect(data.shops.map((each) => each.mine)).toEqual([
    { ...mine('a'), price: 'a EUR 1' },
    { ...mine('a'), price: 'a MAD 1' },
    { ...mine('b'), price: 'b EUR 1' },
  ]);
});

test('twins that became one object on the way are two again', async () => {
  const shops = [
    { currency: 'EUR', mine: mine('a') },
    { currency: 'MAD', mine: mine('a') },
  ];
  const [first, second] = shops;
  const run = runOf({ data: { shops } }, (ask) => {
    if (first && second) second.mine = first.mine;
    return priced(ask);
  });
  await fetch(run);
  expect(shops.map((each) => each.mine)).toMatchObject([
    { price: 'a EUR undefined' },
    { price: 'a MAD undefined' },
  ]);
});

test('an error stands where its entity stands in its context', async () => {
  const shops = [
    { currency: 'EUR', mine: mine('a') },
    { currency: 'MAD', mine: mine('a') },
  ];
  const run = runOf({ data: { shops } }, ({ variables }) =>
    variables.c === 'EUR'
      ? { data: { _entities: [{ price: 1 }] } }
      : {
          data: { _entities: [null] },
          errors: [{ message: 'No.', path: ['_entities', 0, 'price'] }],
        },
  );
  await fetch(run);
  expect(run.errors).toEqual([{ message: 'No.', path: ['shops', 1, 'mine', 'price'] }]);
});

test('where no entity stands nobody is asked', () => {
  const run = runOf({ data: { shops: [{ mine: mine('a') }, { currency: 'EUR', mine: null }] } });
  expect([fetch(run), run.asks]).toEqual([undefined, []]);
});
