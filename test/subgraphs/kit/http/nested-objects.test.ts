import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { pino } from 'pino';
import { openRepository } from '../../../../subgraphs/kit/database/index.ts';
import { buildMemberSchema, contextOf } from '../../../../subgraphs/kit/graphql/index.ts';
import { serve } from '../../../../subgraphs/kit/http/index.ts';
import { writesOf } from '../../../../subgraphs/kit/seeds.ts';
import { profileOf } from '../asked-member.ts';
import { production, site } from '../rows.ts';

const logged: string[] = [];
const statements: string[] = [];
let url: string;
let close: () => Promise<void>;
beforeAll(async () => {
  const repository = await openRepository({
    member: 'ZM',
    url: 'sqlite::memory:',
    onStatement: (text) => statements.push(text),
  });
  await repository.write(
    writesOf({
      Site: [site('ZM:site:1'), site('ZM:site:2')],
      ProductionRecord: [production('ZM:production:1')],
    }),
  );
  const served = await serve(
    {
      code: 'ZM',
      schema: buildMemberSchema(),
      contextOf: () => contextOf(profileOf('ZM'), repository, new Date()),
      logger: pino({}, { write: (line) => logged.push(line) }),
    },
    { host: '127.0.0.1', port: 0 },
  );
  url = served.url;
  close = async () => {
    await served.close();
    await repository.close();
  };
});
afterAll(() => close());

type Told = {
  readonly status: number;
  readonly data?: unknown;
  readonly errors?: readonly { readonly message: string }[];
};

/** As the gateway asks, with variables that are JSON of any kind. */
async function ask(query: string, variables: object): Promise<Told> {
  statements.length = 0;
  logged.length = 0;
  const response = await fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/graphql-response+json',
    },
    body: JSON.stringify({ query, variables }),
  });
  return { status: response.status, ...((await response.json()) as object) };
}

/** Refused as a mistake of who asks, in a sentence that names the place, before the database hears of it. */
function expectRefused({ status, data, errors = [] }: Told): void {
  expect({ status, data, statements, logged }).toEqual({
    status: 200, // of HTTP: graphql-http keeps 400 for questions that cannot be read or are not of the schema
    data: undefined,
    statements: [],
    logged: [],
  });
  expect(errors.length).toBeGreaterThan(0);
  for (const { message } of errors) expect(message).toMatch(/^Variable "\$\w+" got invalid value /);
}

/** What becomes a condition of its own where objects are handed on to a database or to its library. */
const OPERATORS: readonly object[] = [
  { $gt: '' },
  { $ne: null },
  { $regex: '.*' },
  { $in: ['ZM:site:1'] },
  { _type: 'raw', value: '1=1' },
  { '@instanceof': 'FindOperator', type: 'raw', value: '1=1' },
  { toSqlString: '1=1' },
  { id: 'ZM:site:1' },
  { length: 3 },
  {},
  ['ZM:site:1'],
  [{ $gt: '' }],
  [[]],
];

const ENTITIES =
  'query ($of: [_Any!]!) { _entities(representations: $of) { ... on Site { id } ... on Country { code } } }';
const SITE = { __typename: 'Site', id: 'ZM:site:1' };

test('representations and filters of texts reach the database', async () => {
  expect((await ask(ENTITIES, { of: [SITE] })).data).toEqual({ _entities: [{ id: SITE.id }] });
  expect(statements.length).toBe(1);
  const filter = { owners: ['ZM'], text: 'site', bbox: null };
  expect(await ask(SITES, { filter })).toMatchObject({ status: 200, data: { sites: {} } });
  expect(statements.length).toBe(2);
});

test.each([...OPERATORS, 1, true])('a representation with the key %j is refused', async (key) => {
  const representations = [
    [{ ...SITE, id: key }],
    [{ __typename: 'Country', code: key }],
    [{ ...SITE, __typename: key }],
    [SITE, { ...SITE, id: key }],
    [key],
  ];
  for (const of of representations) expectRefused(await ask(ENTITIES, { of }));
});

test.each([['Site'], ['constructor'], ['__proto__'], ['toString'], ['Query'], ['_Any']])(
  'a representation whose type is %j in a list, or another than those with a key, is refused',
  async (type) => {
    expectRefused(await ask(ENTITIES, { of: [{ ...SITE, __typename: [type] }] }));
    if (type === 'Site') return;
    expectRefused(await ask(ENTITIES, { of: [{ ...SITE, __typename: type }] }));
  },
);

const SITES =
  'query ($filter: SiteFilter) { sites(filter: $filter) { edges { node { id } } total { count } } }';
const FIELDS = ['owners', 'updatedSince', 'countries', 'commodities', 'types', 'statuses', 'bbox'];

test.each(OPERATORS)('%j as a value of a filter is refused', async (value) => {
  expectRefused(await ask(SITES, { filter: { text: value } }));
  for (const field of FIELDS) expectRefused(await ask(SITES, { filter: { [field]: value } }));
});

test.each([
  { $or: [{}] },
  { $where: '1=1' },
  { where: { id: 'ZM:site:1' } },
  { id: 'ZM:site:1' },
  { 'r.id': ['ZM:site:1'] },
  { '`type` = 1 OR 1': ['x'] },
  { bbox: { south: { $gt: -90 }, west: 0, north: 1, east: 1 } },
  { bbox: { south: 0, west: 0, north: 1, east: 1, $or: [] } },
  [{ text: 'x' }, { text: 'y' }],
  'text',
])('the filter %j is refused', async (filter) => {
  expectRefused(await ask(SITES, { filter }));
});

test.each(OPERATORS)('%j as a page, an order, an id or a dimension is refused', async (value) => {
  const over = (type: string, field: string) =>
    ask(`query ($value: ${type}) { ${field} }`, { value });
  const list = '{ edges { node { id } } }';
  expectRefused(await over('Int', `sites(first: $value) ${list}`));
  expectRefused(await over('[SiteOrder!]', `sites(orderBy: $value) ${list}`));
  expectRefused(await over('ID!', 'record(id: $value) { id }'));
  expectRefused(await over('[SiteDimension!]', 'siteCounts(by: $value) { rows { count } }'));
});

test.each(OPERATORS)('%j is no place in a list', async (value) => {
  const query = 'query ($value: Position) { sites(after: $value) { edges { node { id } } } }';
  const { data, errors } = await ask(query, { value });
  expect([data, errors, statements, logged]).toEqual([
    { sites: null },
    [expect.objectContaining({ extensions: { code: 'BAD_CURSOR' } })],
    [],
    [],
  ]);
});
