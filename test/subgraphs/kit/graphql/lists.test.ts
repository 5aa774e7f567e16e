import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type AskedMember, askedMember } from '../asked-member.ts';
import { event, organisation, policy, site } from '../rows.ts';

let zambia: AskedMember;
beforeAll(async () => {
  zambia = await askedMember({
    Organisation: [organisation('ZM:org:a', { lei: '00000000000000000A00' })],
    Site: [
      site('ZM:site:1', { name: { en: 'Ébène' }, operatorId: 'ZM:org:a' }),
      site('ZM:site:2', { name: { en: 'Zinc hill' }, commodityCodes: ['zinc', 'copper'] }),
      site('ZM:site:3', { name: { en: 'argile' }, commodityCodes: ['clay'] }),
    ],
    Policy: [policy('ZM:policy:1'), policy('ZM:policy:2', { jurisdictionCode: 'CD' })],
    Event: [event('ZM:event:1', { countryCode: 'ZA' })],
  });
});
afterAll(() => zambia.close());

test('a list is a connection whose cursors are plain places, in order of the ids where none is asked', async () => {
  const answer = await zambia.ask(`{
    sites(first: 2) { edges { cursor node { id } } pageInfo { hasNextPage } total { count precision } }
  }`);
  expect(answer).toEqual({
    data: {
      sites: {
        edges: [
          { cursor: '["ZM:site:1"]', node: { id: 'ZM:site:1' } },
          { cursor: '["ZM:site:2"]', node: { id: 'ZM:site:2' } },
        ],
        pageInfo: { hasNextPage: true },
        total: { count: 3, precision: 'EXACT' },
      },
    },
  });
});

test('the next page begins behind the place that is given', async () => {
  const page = `query ($after: Position) {
    sites(orderBy: [{ field: NAME }], first: 2, after: $after) { edges { cursor node { id } } pageInfo { hasNextPage } }
  }`;
  expect(await zambia.ask(page, { after: '["ebene","ZM:site:1"]' })).toEqual({
    data: {
      sites: {
        edges: [{ cursor: '["zinc hill","ZM:site:2"]', node: { id: 'ZM:site:2' } }],
        pageInfo: { hasNextPage: false },
      },
    },
  });
});

test.each([
  ['no JSON', 'nonsense'],
  ['a place in another order', '["ebene","MINE","ZM:site:1"]'],
  ['a number', 7],
])('an `after` that is %s is refused', async (_what, after) => {
  const page = `query ($after: Position) { sites(orderBy: [{ field: NAME }], after: $after) { edges { cursor } } }`;
  const { errors, data } = await zambia.ask(page, { after });
  expect(data).toEqual({ sites: null });
  expect(errors?.map(([path, code]) => [path, code])).toEqual([['sites', 'BAD_CURSOR']]);
});

test.each([0, 501, -1])('a page of %d rows is refused', async (first) => {
  const { errors } = await zambia.ask(`{ sites(first: ${first}) { edges { cursor } } }`);
  expect(errors).toEqual([
    ['sites', 'PAGE_SIZE', '`first` is 1 to 500; ask for a page within it.'],
  ]);
});

test.each([1, 500])('a page of %d rows is given', async (first) => {
  const { errors } = await zambia.ask(`{ sites(first: ${first}) { edges { cursor } } }`);
  expect(errors).toBeUndefined();
});

test('a value that has not the form of its type is refused before anything is read', async () => {
  zambia.calls();
  const { errors } = await zambia.ask(
    '{ policies(filter: { inForceOn: "2025-02-30" }) { total { count } } }',
  );
  expect(errors?.map(([, code, says]) => [code, says])).toEqual([
    ['BAD_VALUE', 'Expected a Date such as 2025-02-21, got "2025-02-30".'],
  ]);
  expect(zambia.calls()).toEqual([]);
});

test('nulls in a filter mean the same as nothing', async () => {
  const filter = { owners: null, types: null, text: 'zinc', bbox: null };
  const answer = await zambia.ask(
    'query ($filter: SiteFilter) { sites(filter: $filter, orderBy: null, first: null) { edges { node { id } } } }',
    { filter },
  );
  expect(answer).toEqual({ data: { sites: { edges: [{ node: { id: 'ZM:site:2' } }] } } });
});

test('a country, a commodity and a company each have the lists that speak of them', async () => {
  const answer = await zambia.ask(
    `query ($of: [_Any!]!) { _entities(representations: $of) {
      ... on Country { country: code policies { edges { node { id } } } events { edges { node { id } } } }
      ... on Commodity { commodity: code sites { edges { node { id } } total { count } } }
      ... on Company { lei organisations { edges { node { id } } } sites { edges { node { id } } } }
    } }`,
    {
      of: [
        { __typename: 'Country', code: 'ZA' },
        { __typename: 'Commodity', code: 'copper' },
        { __typename: 'Country', code: 'CD' },
        { __typename: 'Company', lei: '00000000000000000A00' },
        { __typename: 'Commodity', code: 'unobtainium' },
      ],
    },
  );
  const nodes = (...ids: readonly string[]) => ({ edges: ids.map((id) => ({ node: { id } })) });
  expect(answer).toEqual({
    data: {
      _entities: [
        { country: 'ZA', policies: nodes(), events: nodes('ZM:event:1') },
        { commodity: 'copper', sites: { ...nodes('ZM:site:1', 'ZM:site:2'), total: { count: 2 } } },
        { country: 'CD', policies: nodes('ZM:policy:2'), events: nodes() },
        {
          lei: '00000000000000000A00',
          organisations: nodes('ZM:org:a'),
          sites: nodes('ZM:site:1'),
        },
        { commodity: 'unobtainium', sites: { ...nodes(), total: { count: 0 } } },
      ],
    },
  });
});

test('a module that a member does not offer is an error, on its fields alone', async () => {
  const body = await askedMember({}, { code: 'AMSG', modules: ['POLICIES'] });
  const { data, errors } = await body.ask(`{
    sites { total { count } } productionTotals { rows { year } } events { total { count } }
    policies { total { count } } organisations { total { count } } policyCounts { rows { count } }
  }`);
  await body.close();
  expect(data).toEqual({
    sites: null,
    productionTotals: null,
    events: null,
    policies: { total: { count: 0 } },
    organisations: { total: { count: 0 } },
    policyCounts: { rows: [] },
  });
  expect(errors?.map(([path, code]) => [path, code])).toEqual([
    ['sites', 'MODULE_NOT_OFFERED'],
    ['productionTotals', 'MODULE_NOT_OFFERED'],
    ['events', 'MODULE_NOT_OFFERED'],
  ]);
});
