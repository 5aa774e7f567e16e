import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Deed } from '../../zoo/fault.ts';
import { type GuardedGateway, openGuardedGateway } from './guarded-gateway.ts';

let gateway: GuardedGateway;
beforeAll(async () => {
  gateway = await openGuardedGateway();
  for (const each of gateway.members.values()) each.commits(HEARS);
});
afterAll(() => gateway.close());

/** What becomes a condition of its own where objects are handed on to a database or to its library; members have a test of their own. */
const OPERATORS: readonly object[] = [
  { $gt: '' },
  { $ne: null },
  { _type: 'raw', value: '1=1' },
  { toSqlString: '1=1' },
  {},
  [{ $gt: '' }],
  [['CD']],
];
const ROWS = '{ edges { node { id } } }';
/** Where a client may give a value, and what type it declares for it. */
const PLACES: readonly (readonly [type: string, field: string])[] = [
  ['String', `sites(filter: { text: $value }) ${ROWS}`],
  ['[MemberCode!]', `sites(filter: { owners: $value }) ${ROWS}`],
  ['[SiteType!]', `sites(filter: { types: $value }) ${ROWS}`],
  ['DateTime', `sites(filter: { updatedSince: $value }) ${ROWS}`],
  ['BBox', `sites(filter: { bbox: $value }) ${ROWS}`],
  ['Int', `sites(first: $value) ${ROWS}`],
  ['[SiteOrder!]', `sites(orderBy: $value) ${ROWS}`],
  ['[SiteDimension!]', 'siteCounts(by: $value) { rows { count } }'],
  ['ID!', 'record(id: $value) { id }'],
  ['[CountryCode!]', 'countries(codes: $value) { code }'],
  ['Cursor', `sites(after: $value) ${ROWS}`],
];

/** What members are asked of their records, as they hear it; of themselves they are asked now and then by the gateway. */
const asked: string[] = [];
const HEARS: Deed = {
  how: 'REPLY',
  commit: ({ query }) => {
    if (!query.includes('members')) asked.push(query);
    return false;
  },
};

test.each(PLACES)(
  'an object for a %s in `%s` is refused, and no member hears of it',
  async (type, field) => {
    for (const value of OPERATORS) {
      const query = `query ($value: ${type}) { ${field} }`;
      const { status, body } = await gateway.post({ query, variables: { value } });
      const { data, errors } = JSON.parse(body);
      expect([status, data]).toEqual([400, undefined]);
      const [{ message, extensions }] = errors;
      expect(['BAD_USER_INPUT', 'BAD_VALUE', 'BAD_CURSOR']).toContain(extensions.code);
      expect(message).toMatch(
        /^(Variable "\$value" got invalid value .*\S; \S|sites: This cursor is not one of this list)/,
      );
    }
    expect(asked).toEqual([]);
  },
);

test('members hear of a question with values as they should be', async () => {
  const query =
    'query ($value: [MemberCode!]) { sites(filter: { owners: $value }) { total { count } } }';
  expect((await gateway.post({ query, variables: { value: ['CD'] } })).status).toBe(200);
  expect(asked.length).toBe(1);
});
