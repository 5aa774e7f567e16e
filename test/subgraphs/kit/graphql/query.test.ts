import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { type AskedMember, askedMember } from '../asked-member.ts';
import { deposit, estimate, event, organisation, policy, production, site } from '../rows.ts';

let zambia: AskedMember;
beforeAll(async () => {
  zambia = await askedMember({
    Organisation: [organisation('ZM:org:1')],
    Deposit: [deposit('ZM:deposit:1')],
    Site: [site('ZM:site:1', { depositId: 'ZM:deposit:1' })],
    ResourceEstimate: [estimate('ZM:estimate:1')],
    ProductionRecord: [
      production('ZM:production:1'),
      production('ZM:production:2', { year: 2024 }),
    ],
    Policy: [policy('ZM:policy:1')],
    Event: [event('ZM:event:1')],
  });
});
afterAll(() => zambia.close());

test('a member says of itself who runs it, what it offers and how much it holds', async () => {
  const answer = await zambia.ask(`{ members { list {
    code operator { value } contractVersion modules licence database asOf contact counts { type count }
  } } }`);
  const counts = (answer.data as { members: { list: [{ counts: { type: string }[] }] } }).members
    .list[0].counts;
  expect([...counts].sort((a, b) => (a.type < b.type ? -1 : 1))).toEqual([
    { type: 'Deposit', count: 1 },
    { type: 'Event', count: 1 },
    { type: 'Organisation', count: 1 },
    { type: 'Policy', count: 1 },
    { type: 'ProductionRecord', count: 2 },
    { type: 'ResourceEstimate', count: 1 },
    { type: 'Site', count: 1 },
  ]);
  expect(answer).toMatchObject({
    data: {
      members: {
        list: [
          {
            code: 'ZM',
            operator: { value: 'ZM register' },
            contractVersion: '1.0',
            modules: ['MINERALS', 'POLICIES', 'EVENTS'],
            licence: 'CC0-1.0',
            database: 'SQLite',
            asOf: '2026-11-01T00:00:00.000Z',
            contact: null,
          },
        ],
      },
    },
  });
});

test('records are counted only where the counts are asked for', async () => {
  zambia.calls();
  await zambia.ask('{ members { list { code } } }');
  expect(zambia.calls()).toEqual([]);
});

test('a member is in its list unless others are asked for', async () => {
  const query =
    '{ a: members(owners: ["CD"]) { list { code } } b: members(owners: ["ZM", "CD"]) { list { code } } }';
  expect(await zambia.ask(query)).toEqual({
    data: { a: { list: [] }, b: { list: [{ code: 'ZM' }] } },
  });
});

test.each([
  ['organisation', 'ZM:org:1'],
  ['deposit', 'ZM:deposit:1'],
  ['site', 'ZM:site:1'],
  ['estimate', 'ZM:estimate:1'],
  ['production', 'ZM:production:1'],
  ['policy', 'ZM:policy:1'],
  ['event', 'ZM:event:1'],
])('a record is found by its id: %s', async (field, id) => {
  const fields = 'organisation deposit site estimate production policy event'.split(' ');
  const query = `query ($id: ID!) { record(id: $id) { id ${fields.map((each) => `${each} { id }`).join(' ')} } }`;
  const others = Object.fromEntries(fields.map((each) => [each, null]));
  expect(await zambia.ask(query, { id })).toEqual({
    data: { record: { ...others, id, [field]: { id } } },
  });
});

test.each(['ZM:site:none', 'CD:site:1', 'ZM:lot:1', 'nonsense', 'ZM:constructor:1'])(
  'there is no record %s',
  async (id) => {
    expect(await zambia.ask('query ($id: ID!) { record(id: $id) { id } }', { id })).toEqual({
      data: { record: null },
    });
  },
);

test('changes are told from a sequence number on, page by page', async () => {
  const query = `query ($after: Int) { changes(owner: "ZM", after: $after, first: 5) { changes { sequence kind recordId revision } last hasMore } }`;
  const first = (await zambia.ask(query)) as { data: { changes: { last: number } } };
  expect(first.data.changes).toMatchObject({ last: 5, hasMore: true });
  const rest = await zambia.ask(query, { after: first.data.changes.last });
  expect(rest).toMatchObject({
    data: {
      changes: {
        changes: [{ sequence: 6 }, { sequence: 7 }, { sequence: 8 }],
        last: 8,
        hasMore: false,
      },
    },
  });
  expect(await zambia.ask(query, { after: 8 })).toEqual({
    data: { changes: { changes: [], last: 8, hasMore: false } },
  });
});

test("another member's changes are not known, and a page of them has its limits", async () => {
  expect(await zambia.ask('{ changes(owner: "CD") { last } }')).toEqual({
    data: { changes: null },
  });
  const { errors } = await zambia.ask('{ changes(owner: "ZM", first: 501) { last } }');
  expect(errors?.map(([, code]) => code)).toEqual(['PAGE_SIZE']);
});

test('sums come as parts, by the key that may be added', async () => {
  const parts = (sum: string) => ({
    sum,
    precision: 'EXACT',
    count: 1,
    min: sum,
    max: sum,
    withheld: 0,
  });
  const answer =
    await zambia.ask(`{ productionTotals(filter: { years: { from: 2025, to: null } }, by: [COUNTRY]) {
    rows { commodityCode stage year level unit basis countryCode parts { sum precision count min max withheld } }
  } }`);
  expect(answer).toEqual({
    data: {
      productionTotals: {
        rows: [
          {
            commodityCode: 'copper',
            stage: 'MINE',
            year: 2025,
            level: 'SITE',
            unit: 'KILOTONNE',
            basis: 'metal content',
            countryCode: 'ZM',
            parts: parts('12.5'),
          },
        ],
      },
    },
  });
});

test('counts have the dimensions that were asked for, and null in the others', async () => {
  const query = '{ siteCounts(by: [COMMODITY]) { rows { countryCode type commodityCode count } } }';
  expect(await zambia.ask(query)).toEqual({
    data: {
      siteCounts: { rows: [{ countryCode: null, type: null, commodityCode: 'copper', count: 1 }] },
    },
  });
});
