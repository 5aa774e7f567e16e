import { expect, test } from '@jest/globals';
import { SILENT, world } from './given-members.ts';

const NODES =
  'query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Site { adm1 } } }';
const record = (id: string) => ({ __typename: 'Site', id });

test('details go to their owners, and come back to where the ids stood', async () => {
  const own = (id: string) => ({ zlg_id: id, adm1: `of ${id}` });
  const { ask, asked } = world({
    CD: { _entities: [own('CD:site:1'), own('CD:site:2')] },
    MA: { _entities: [own('MA:site:1')] },
  });
  const representations = ['CD:site:1', 'MA:site:1', 'XX:site:1', 'CD:site:2'].map(record);
  expect(await ask('national', NODES, { representations })).toEqual({
    data: { _entities: [own('CD:site:1'), own('MA:site:1'), null, own('CD:site:2')] },
  });
  expect(asked.map((each) => each.code)).toEqual(['CD', 'MA']);
});

test('a silent owner leaves an error at each of its places', async () => {
  const { ask } = world({ CD: SILENT, MA: { _entities: [{ zlg_id: 'MA:site:1', adm1: 'x' }] } });
  const representations = ['CD:site:1', 'MA:site:1'].map(record);
  expect(await ask('national', NODES, { representations })).toEqual({
    data: { _entities: [null, { zlg_id: 'MA:site:1', adm1: 'x' }] },
    errors: [
      {
        message: 'CD did not answer.',
        path: ['_entities', 0],
        extensions: { code: 'MEMBER_UNAVAILABLE', member: 'CD', reason: 'TIMEOUT' },
      },
    ],
  });
});

test('a record that was not asked for is never put in the place of another', async () => {
  const { ask, told } = world({ MA: { _entities: [{ zlg_id: 'MA:site:2', adm1: 'x' }] } });
  const answer = await ask('national', NODES, { representations: [record('MA:site:1')] });
  expect(answer.data).toEqual({ _entities: [null] });
  expect(told).toEqual(['MA gave the record MA:site:2 where MA:site:1 was asked.']);
});

test('of a member that gives fewer records than it was asked, none is shown', async () => {
  const { ask, told } = world({ MA: { _entities: [{ zlg_id: 'MA:site:1', adm1: 'x' }] } });
  const representations = ['MA:site:1', 'MA:site:2'].map(record);
  const answer = await ask('national', NODES, { representations });
  expect(answer.data).toEqual({ _entities: [null, null] });
  expect(told).toEqual(['MA gave 1 records where 2 were asked.']);
});

test('an error of a member stands where its record stands in the question', async () => {
  const { ask } = world({
    CD: { _entities: [{ zlg_id: 'CD:site:1', adm1: 'x' }] },
    MA: {
      kind: 'answered',
      data: { _entities: [{ zlg_id: 'MA:site:1', adm1: null }] },
      errors: [{ message: 'No district.', path: ['_entities', 0, 'adm1'] }],
    },
  });
  const representations = ['CD:site:1', 'MA:site:1'].map(record);
  const { errors } = await ask('national', NODES, { representations });
  expect(errors?.map(({ path }) => path)).toEqual([['_entities', 1, 'adm1']]);
});

test('a lookup asks its owner only', async () => {
  const { ask, asked } = world({
    CD: SILENT,
    MA: { record: { zlg_id: 'MA:site:1', id: 'MA:site:1' } },
  });
  const { data } = await ask('national', '{ record(id: "MA:site:1") { id } }');
  expect(data?.record).toMatchObject({ id: 'MA:site:1' });
  expect(asked.map((each) => each.code)).toEqual(['MA']);
});

test('a lookup of a silent owner is no "not found"', async () => {
  const { ask } = world({ CD: SILENT, MA: {} });
  expect(
    await ask(
      'national',
      '{ a: record(id: "CD:site:1") { id } b: record(id: "XX:site:1") { id } }',
    ),
  ).toEqual({
    data: { a: null, b: null },
    errors: [
      {
        message: 'CD did not answer.',
        path: ['a'],
        extensions: { code: 'MEMBER_UNAVAILABLE', member: 'CD', reason: 'TIMEOUT' },
      },
    ],
  });
});

test('references are made from ids, and ask nobody', async () => {
  const { ask, asked } = world({ MA: SILENT });
  const representations = [
    { __typename: 'Site', id: 'MA:site:1', countryCode: 'MA', commodityCodes: ['cobalt', 'gold'] },
    { __typename: 'Site', id: 'MA:site:2', countryCode: null, commodityCodes: null },
  ];
  const answer = await ask(
    'links_shared',
    'query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Site { where: country { __typename code } commodities { code } } } }',
    { representations },
  );
  expect(answer.data).toEqual({
    _entities: [
      {
        where: { __typename: 'Country', code: 'MA' },
        commodities: [{ code: 'cobalt' }, { code: 'gold' }],
      },
      { where: null, commodities: null },
    ],
  });
  expect(asked).toEqual([]);
});

test("an extension is asked of the member whose prefix it carries, for that member's records alone", async () => {
  const { ask, asked } = world({
    CD: SILENT,
    MA: { _entities: [{ zlg_id: 'MA:site:1', ma_phosphateGrade: { value: '31' } }] },
  });
  const representations = ['CD:site:1', 'MA:site:1'].map(record);
  const answer = await ask(
    'extensions',
    'query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Site { ma_phosphateGrade { value } } } }',
    { representations },
  );
  expect(answer.data).toMatchObject({ _entities: [null, { ma_phosphateGrade: { value: '31' } }] });
  expect(asked.map((each) => each.code)).toEqual(['MA']);
});

test('a silent member leaves an error where its extension was asked', async () => {
  const { ask } = world({ CD: {}, MA: SILENT });
  const answer = await ask(
    'extensions',
    'query ($representations: [_Any!]!) { _entities(representations: $representations) { ... on Site { ma_phosphateGrade { value } } } }',
    { representations: ['CD:site:1', 'MA:site:1'].map(record) },
  );
  expect(answer).toEqual({
    data: { _entities: [null, null] },
    errors: [
      {
        message: 'MA did not answer.',
        path: ['_entities', 1],
        extensions: { code: 'MEMBER_UNAVAILABLE', member: 'MA', reason: 'TIMEOUT' },
      },
    ],
  });
});

test("AMSG's silence counts like anybody's", async () => {
  const { ask } = world({ AMSG: SILENT });
  expect(await ask('amsg', '{ countries { code } }')).toEqual({
    data: { countries: null },
    errors: [
      {
        message: 'AMSG did not answer.',
        path: ['countries'],
        extensions: { code: 'MEMBER_UNAVAILABLE', member: 'AMSG', reason: 'TIMEOUT' },
      },
    ],
  });
});
