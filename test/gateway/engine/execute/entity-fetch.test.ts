import { expect, test } from '@jest/globals';
import {
  compileRepresentation,
  entityFetch,
  type Json,
  parallel,
  type SubgraphAnswer,
} from '../../../../gateway/engine/execute/index.ts';
import { runOf, TYPES } from './run-of.ts';

/** Asks a subgraph for more of mines, which it knows by their ids. */
function fetchOf(path: string, asks = '{ name }') {
  const requires = ['__typename', 'id'].map((name) => ({ kind: 'Field', name }) as const);
  const represent = compileRepresentation({
    ...{ requires, inputRewrites: [], isOfType: TYPES.isOfType, keysOf: () => [] },
  });
  const question = {
    service: 'mines',
    query: asks,
    operationName: 'Q__1',
    isMutation: false,
    isFollowed: false,
  };
  const outputRewrites = [
    { kind: 'KeyRenamer' as const, path: ['name__alias_0'], renameKeyTo: 'name' },
  ];
  const variables = ['first'];
  return entityFetch({
    ...TYPES,
    question,
    path: path.split('.'),
    variables,
    represent,
    key: asks,
    outputRewrites,
  });
}

const mine = (id: string, more: object = {}) => ({ __typename: 'Mine', id, ...more });
const told = (id: string) => JSON.stringify(mine(id));
const entities = (...given: readonly unknown[]): SubgraphAnswer => ({ data: { _entities: given } });

test('what a subgraph is asked has its entities once each, and the variables that it uses', async () => {
  const data = {
    mines: [mine('a'), mine('b', { depth: 1 }), mine('a'), null, { __typename: 'Mine' }],
  };
  const variables: Readonly<Record<string, Json>> = { first: 5, other: 1 };
  const run = runOf({ data, variables }, () => entities({ name: 'A' }, { name: 'B' }));
  await fetchOf('mines.@')(run);
  expect(run.asks).toMatchObject([
    {
      question: { service: 'mines', query: '{ name }', operationName: 'Q__1' },
      path: ['mines', '@'],
      variables: { first: 5 },
      representations: [told('a'), told('b')],
    },
  ]);
  const [a, b] = [mine('a', { name: 'A' }), mine('b', { depth: 1, name: 'B' })];
  expect(run.data).toEqual({ mines: [a, b, a, null, { __typename: 'Mine' }] });
});

test('where no entity stands nobody is asked', () => {
  const run = runOf({ data: { mines: [null, { __typename: 'Mine' }, { id: 'a' }] } });
  expect([fetchOf('mines.@')(run), fetchOf('mine')(run), run.asks]).toEqual([
    undefined,
    undefined,
    [],
  ]);
});

test.each<
  readonly [
    name: string,
    answer: SubgraphAnswer,
    mines: readonly object[],
    errors: readonly object[],
  ]
>([
  [
    'a null leaves its entity as it is',
    entities(null, { name: 'B' }),
    [mine('a'), mine('b', { name: 'B' })],
    [],
  ],
  [
    'what is no object is taken for none, and told',
    entities('A', ['B']),
    [mine('a'), mine('b')],
    [0, 1].map((place) => ({
      message: 'Expected an entity of mines, got none.',
      path: ['mines', place],
    })),
  ],
  ['no data leaves all as they are', { data: null }, [mine('a'), mine('b')], []],
  [
    'a rewrite is done to each',
    entities({ name__alias_0: 'A' }, { name: 'B' }),
    [mine('a', { name: 'A' }), mine('b', { name: 'B' })],
    [],
  ],
  [
    'one too few, and none is taken',
    entities({ name: 'A' }),
    [mine('a'), mine('b')],
    [
      {
        message: 'Expected 2 entities of mines, got another number or none; none of them is taken.',
      },
    ],
  ],
  [
    'one too many, and none is taken',
    entities({ name: 'A' }, { name: 'B' }, { name: 'C' }),
    [mine('a'), mine('b')],
    [
      {
        message: 'Expected 2 entities of mines, got another number or none; none of them is taken.',
      },
    ],
  ],
  [
    'what is no list of entities',
    { data: { _entities: { name: 'A' } }, errors: [{ message: 'Oh.' }] },
    [mine('a'), mine('b')],
    [
      { message: 'Oh.' },
      {
        message: 'Expected 2 entities of mines, got another number or none; none of them is taken.',
      },
    ],
  ],
  [
    'an error stands at the entity that it is about',
    { ...entities(null, {}), errors: [{ message: 'Oh.', path: ['_entities', 1, 'name'] }] },
    [mine('a'), mine('b')],
    [{ message: 'Oh.', path: ['mines', 1, 'name'] }],
  ],
])('of two entities that are asked for: %s', async (_, answer, mines, errors) => {
  const run = runOf({ data: { mines: [mine('a'), mine('b')] } }, () => answer);
  await fetchOf('mines.@')(run);
  expect([run.data, run.errors]).toEqual([{ mines }, errors]);
});

test('objects in several places are told to be there, and single ones are not', async () => {
  const answers = () => entities({ name: 'A' });
  const several = runOf({ data: { mines: [mine('a'), mine('a', { depth: 1 })] } }, answers);
  const single = runOf({ data: { mines: [mine('a')] } }, answers);
  await Promise.all([fetchOf('mines.@')(several), fetchOf('mines.@')(single)]);
  expect([several.shares, single.shares]).toEqual([true, false]);
});

test.each([
  ['where nothing stands in two places', false],
  ['where something does', true],
])(
  'what comes late is not lost though another fetch has added to its object: %s',
  async (_, shares) => {
    const data = { site: mine('s', { mine: mine('m'), mines: [mine('n'), null] }) };
    const late = (name: string) =>
      new Promise<SubgraphAnswer>((give) => {
        setImmediate(() => give(entities({ [name]: 'late' })));
      });
    const run = runOf({ data, shares }, ({ question: { query } }) =>
      query === '{ mine { depth } }'
        ? entities({ mine: { depth: 7 }, mines: [{ depth: 8 }, null] })
        : late(query.replaceAll(/\W/g, '')),
    );
    await parallel([
      fetchOf('site', '{ mine { depth } }'),
      fetchOf('site.mine', '{ name }'),
      fetchOf('site.mines.@', '{ owner }'),
    ])(run);
    const [m, n] = [mine('m', { depth: 7, name: 'late' }), mine('n', { depth: 8, owner: 'late' })];
    expect(run.data).toEqual({ site: mine('s', { mine: m, mines: [n, null] }) });
  },
);
