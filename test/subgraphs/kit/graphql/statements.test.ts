import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type AskedMember, askedMember } from '../asked-member.ts';
import { deposit, estimate, organisation, production, site } from '../rows.ts';

const MANY = Array.from({ length: 60 }, (_, place) => String(place).padStart(2, '0'));

let zambia: AskedMember;
beforeAll(async () => {
  zambia = await askedMember({
    Organisation: MANY.map((n) => organisation(`ZM:org:${n}`)),
    Deposit: MANY.map((n) => deposit(`ZM:deposit:${n}`)),
    Site: MANY.map((n) =>
      site(`ZM:site:${n}`, {
        operatorId: `ZM:org:${n}`,
        depositId: `ZM:deposit:${n}`,
        owners: [{ partyId: `ZM:org:${n}` }, { partyId: 'ZM:org:00' }],
        titles: [{ number: n, type: 'Licence', holderId: `ZM:org:${n}` }],
      }),
    ),
    ProductionRecord: MANY.map((n) => production(`ZM:production:${n}`, { siteId: `ZM:site:${n}` })),
    ResourceEstimate: MANY.map((n) =>
      estimate(`ZM:estimate:${n}`, { depositId: `ZM:deposit:${n}` }),
    ),
  });
});
afterAll(() => zambia.close());
const callsOf = async (query: string, variables = {}) => {
  zambia.calls();
  zambia.statements();
  const { errors } = await zambia.ask(query, variables);
  return { errors, calls: zambia.calls(), statements: zambia.statements() };
};

test("a page's rows are one statement, and its total is one more where it is asked for", async () => {
  const rows = 'edges { node { id name { value } published { word } } }';
  expect(await callsOf(`{ sites { ${rows} } }`)).toEqual({ calls: ['page'], statements: 1 });
  expect(await callsOf(`{ sites { ${rows} total { count } } }`)).toEqual({
    calls: ['page'],
    statements: 2,
  });
});

test('each kind of hop is read once, however many rows lead to it', async () => {
  const { errors, calls, statements } = await callsOf(`{
    sites(first: 60) { edges { node {
      operator { name { value } sites { nodes { id } } }
      owners { party { id } }
      titles { holder { id } }
      deposit { id estimates { nodes { id } } sites { nodes { deposit { name { value } } } } }
      production { nodes { site { operator { id } } } }
    } } }
  }`);
  expect([errors, statements]).toEqual([undefined, 8]);
  const times = (name: string) => calls.filter((each) => each === name).length;
  expect({ page: times('page'), byIds: times('byIds'), ownPages: times('ownPages') }).toEqual({
    page: 1,
    // Organisations, deposits, and the sites of production.
    byIds: 3,
    // Sites of an operator, estimates and sites of a deposit, production of a site.
    ownPages: 4,
  });
});

test('lists under many entities are read once for each list', async () => {
  const of = MANY.map((n) => ({ __typename: 'Commodity', code: `c-${n}` }));
  const lists = `query ($of: [_Any!]!) { _entities(representations: $of) { ... on Commodity {
    sites(first: 5) { edges { node { id } } } few: sites(first: 1) { edges { node { id } } } deposits { total { count } }
  } } }`;
  expect(await callsOf(lists, { of })).toEqual({
    calls: ['pagesUnder', 'pagesUnder', 'pagesUnder'],
    // Two lists of rows; deposits have rows and a total.
    statements: 4,
  });
});

test('many records are found by their ids at once, in their order, null where there is none', async () => {
  const of = [...MANY.map((n) => `ZM:site:${n}`), 'ZM:site:none', 'CD:site:00'].map((id) => ({
    __typename: 'Site',
    id,
  }));
  const query = 'query ($of: [_Any!]!) { _entities(representations: $of) { ... on Site { id } } }';
  zambia.calls();
  const answer = await zambia.ask(query, { of });
  expect(answer).toEqual({
    data: { _entities: [...MANY.map((n) => ({ id: `ZM:site:${n}` })), null, null] },
  });
  expect(zambia.calls()).toEqual(['byIds']);
});

test('a total is counted where it is selected, also through fragments, and not where it is skipped', async () => {
  const query = `query ($no: Boolean!) {
    a: sites(first: 1) { ...Count }
    b: sites(first: 1) { ... on SiteConnection { n: total { count } } }
    c: sites(first: 1) { total @skip(if: true) { count } pageInfo { hasNextPage } }
    d: sites(first: 1) { ... @include(if: $no) { total { count } } pageInfo { hasNextPage } }
  } fragment Count on SiteConnection { total { count } }`;
  const hasNextPage = { pageInfo: { hasNextPage: true } };
  expect(await zambia.ask(query, { no: false })).toEqual({
    data: { a: { total: { count: 60 } }, b: { n: { count: 60 } }, c: hasNextPage, d: hasNextPage },
  });
});
