import { expect, test } from '@jest/globals';
import type { JsonObject } from '../../../gateway/members/index.ts';
import { REFUSALS } from '../../../schema/index.ts';
import { SILENT, world } from './given-members.ts';

const edge = (name: string, id: string) => ({
  head: { cursor: JSON.stringify([id]), node: { id } },
  row: { node: { zlg_id: id, id, name } },
});
const page = (edges: readonly ReturnType<typeof edge>[], hasNextPage = false) => ({
  sites: {
    zlg_edges: edges.map((each) => each.head),
    zlg_page: { hasNextPage },
    zlg_total: { count: edges.length + Number(hasNextPage), precision: 'EXACT' },
    edges: edges.map((each) => each.row),
  },
});
const TOTAL =
  '{ sites { total { count precision } coverage { complete missing { member reason } } } }';
const SITES =
  '{ sites(first: 2) { edges { node { id name } } total { count precision } pageInfo { hasNextPage } coverage { complete answered missing { member reason } } } }';

test('one connection comes of all members, with its total and its coverage', async () => {
  const { ask } = world({
    CD: page([edge('Kamoa', 'CD:site:1'), edge('Tenke', 'CD:site:2')]),
    MA: page([edge('Khouribga', 'MA:site:1')]),
    ZM: SILENT,
  });
  expect(await ask('continental', SITES)).toEqual({
    data: {
      sites: {
        edges: [
          { node: { zlg_id: 'CD:site:1', id: 'CD:site:1', name: 'Kamoa' } },
          { node: { zlg_id: 'CD:site:2', id: 'CD:site:2', name: 'Tenke' } },
        ],
        total: { count: 3, precision: 'AT_LEAST' },
        pageInfo: { hasNextPage: true },
        coverage: {
          complete: false,
          answered: ['CD', 'MA'],
          missing: [{ member: 'ZM', reason: 'TIMEOUT' }],
        },
      },
    },
  });
});

test("a member that spoofs another's record is missing with all its rows", async () => {
  const { ask, told } = world({
    CD: page([edge('Kamoa', 'MA:site:1')]),
    MA: page([edge('Khouribga', 'MA:site:1')]),
  });
  const { data } = await ask('continental', SITES);
  expect(data?.sites).toMatchObject({
    edges: [{ node: { name: 'Khouribga' } }],
    coverage: { answered: ['MA'], missing: [{ member: 'CD', reason: 'PROTOCOL_ERROR' }] },
  });
  expect(told).toEqual(['CD gave the record MA:site:1, which is not its own.']);
});

test("a member that shows another's record behind heads of its own is missing with all its rows", async () => {
  const liar = {
    ...edge('Kamoa', 'CD:site:1'),
    row: { node: { zlg_id: 'MA:site:1', id: 'MA:site:1', name: 'x' } },
  };
  const { ask, told } = world({ CD: page([liar]), MA: page([edge('Khouribga', 'MA:site:1')]) });
  const { data } = await ask('continental', SITES);
  expect(data?.sites).toMatchObject({
    edges: [{ node: { name: 'Khouribga' } }],
    coverage: { answered: ['MA'], missing: [{ member: 'CD', reason: 'PROTOCOL_ERROR' }] },
  });
  expect(told).toEqual(['CD gave another record at the position of CD:site:1.']);
});

const tooMuch = {
  kind: 'answered',
  data: { sites: null },
  errors: [{ message: 'Too much.', path: ['sites'], extensions: { code: 'COST_EXCEEDED' } }],
} as const;

test('a member that is asked for more than it gives at once says so, and breaks nothing', async () => {
  const { ask, told } = world({ CD: tooMuch, MA: page([edge('Khouribga', 'MA:site:1')]) });
  expect(await ask('continental', TOTAL)).toEqual({
    data: {
      sites: {
        total: { count: 1, precision: 'AT_LEAST' },
        coverage: { complete: false, missing: [{ member: 'CD', reason: 'COST_EXCEEDED' }] },
      },
    },
    errors: [
      {
        message: 'Too much.',
        path: ['sites'],
        extensions: { code: 'COST_EXCEEDED', member: 'CD' },
      },
    ],
  });
  expect(told).toEqual([]);
});

test('where all are asked for more than they give, the question cost too much', async () => {
  const { ask } = world({ CD: tooMuch, MA: tooMuch });
  expect(await ask('continental', TOTAL)).toEqual({
    data: { sites: null },
    errors: [
      {
        message: REFUSALS.COST_EXCEEDED.says,
        path: ['sites'],
        extensions: { code: 'COST_EXCEEDED' },
      },
    ],
  });
});

test('all silent is an error, never an empty list', async () => {
  const { ask } = world({ CD: SILENT, MA: SILENT });
  expect(await ask('continental', SITES)).toEqual({
    data: { sites: null },
    errors: [
      {
        message: 'No member answered.',
        path: ['sites'],
        extensions: {
          code: 'MEMBER_UNAVAILABLE',
          missing: [
            { member: 'CD', reason: 'TIMEOUT' },
            { member: 'MA', reason: 'TIMEOUT' },
          ],
        },
      },
    ],
  });
});

test('a member is asked for heads, rows and total, and takes the plain position', async () => {
  const { ask, asked } = world({
    MA: page([edge('Khouribga', 'MA:site:1'), edge('X', 'MA:site:2')], true),
  });
  const first = await ask('continental', '{ sites(first: 2) { pageInfo { endCursor } } }');
  const sites = first.data?.sites as { readonly pageInfo?: { readonly endCursor: string } } | null;
  const endCursor = sites?.pageInfo?.endCursor ?? '';
  await ask(
    'continental',
    'query Q($c: Cursor) { sites(first: 2, after: $c) { total { count } } }',
    { c: endCursor },
  );
  expect(asked[1]?.request).toEqual({
    query: `query ($zlg_after0: Position) {
  sites(first: 2, after: $zlg_after0) {
    zlg_edges: edges {
      cursor
      node {
        id
      }
    }
    zlg_page: pageInfo {
      hasNextPage
    }
    zlg_total: total {
      count
      precision
    }
  }
}`,
    variables: { zlg_after0: '["MA:site:2"]' },
  });
});

test('a country is asked of its own member alone, and each place gets its answer', async () => {
  const country = (id: string) => ({ _entities: [page([edge('x', id)])] });
  const { ask, asked } = world({ CD: country('CD:site:1'), MA: country('MA:site:1') });
  const representations = ['MA', 'CD', 'GH'].map((code) => ({ __typename: 'Country', code }));
  const answer = await ask(
    'continental',
    'query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Country { code sites(first: 2) { edges { node { id } } coverage { answered } } } } }',
    { representations },
  );
  expect(answer).toEqual({
    data: {
      _entities: [
        {
          code: 'MA',
          sites: {
            edges: [{ node: { zlg_id: 'MA:site:1', id: 'MA:site:1', name: 'x' } }],
            coverage: { answered: ['MA'] },
          },
        },
        {
          code: 'CD',
          sites: {
            edges: [{ node: { zlg_id: 'CD:site:1', id: 'CD:site:1', name: 'x' } }],
            coverage: { answered: ['CD'] },
          },
        },
        { code: 'GH', sites: { edges: [], coverage: { answered: [] } } },
      ],
    },
  });
  expect(asked.map(({ code, request }) => [code, request.variables])).toEqual([
    ['CD', { representations: [{ __typename: 'Country', code: 'CD' }] }],
    ['MA', { representations: [{ __typename: 'Country', code: 'MA' }] }],
  ]);
});

test('sums are added by key, and a field under another name stays under it', async () => {
  const row = (sum: string) => ({
    commodityCode: 'gold',
    stage: 'MINE',
    year: 2022,
    level: 'COUNTRY',
    unit: 'TONNE',
    basis: null,
    countryCode: null,
    parts: {
      sum,
      precision: 'EXACT',
      count: 1,
      min: sum,
      max: sum,
      withheld: 0,
      estimated: 0,
      bounded: 0,
    },
  });
  const { ask } = world({ CD: { t: { rows: [row('1.5')] } }, MA: { t: { rows: [row('2')] } } });
  expect(
    await ask(
      'continental',
      '{ t: productionTotals { r: rows { of: commodityCode parts { sum } } } }',
    ),
  ).toEqual({
    data: { t: { r: [{ of: 'gold', parts: { sum: '3.5' } }] } },
  });
});

const own = (total: JsonObject | null, hasNextPage = false) => {
  const given = page([edge('Khouribga', 'MA:site:1')], hasNextPage).sites;
  return { sites: { ...given, zlg_total: total } };
};

test('a total is at least what was counted, where one cannot count', async () => {
  const { ask } = world({ CD: page([edge('Kamoa', 'CD:site:1')]), MA: own(null) });
  const { data } = await ask('continental', TOTAL);
  expect(data?.sites).toEqual({
    total: { count: 1, precision: 'AT_LEAST' },
    coverage: { complete: true, missing: [] },
  });
});

test.each([
  [-3, false, 'MA counts -3 rows in all, and has given or promised 1.'],
  [0, false, 'MA counts 0 rows in all, and has given or promised 1.'],
  [1, true, 'MA counts 1 rows in all, and has given or promised 2.'],
])(
  'a member that counts %i rows, fewer than it gives or promises, is missing',
  async (count, more, says) => {
    const liar = own({ count, precision: 'EXACT' }, more);
    const { ask, told } = world({ CD: page([edge('Kamoa', 'CD:site:1')]), MA: liar });
    const { data } = await ask('continental', TOTAL);
    expect(data?.sites).toEqual({
      total: { count: 1, precision: 'AT_LEAST' },
      coverage: { complete: false, missing: [{ member: 'MA', reason: 'PROTOCOL_ERROR' }] },
    });
    expect(told).toEqual([says]);
  },
);

test('a member that does not say whether more rows follow is missing, for its rows would end unseen', async () => {
  const { sites } = page([edge('Khouribga', 'MA:site:1')]);
  const { ask, told } = world({ MA: { sites: { ...sites, zlg_page: null } } });
  expect((await ask('continental', SITES)).data).toEqual({ sites: null });
  expect(told).toEqual(['MA does not say whether more rows follow.']);
});
