import { afterAll, expect, test } from '@jest/globals';
import { isOlder } from '../../schema/index.ts';
import { VERSIONS, type Version } from './contract-at.ts';
import { codeAt, openSkewedContinent, type SkewedContinent } from './skewed-continent.ts';

// H10: members at five versions at once, against a gateway at each of the five.

const opened = new Map<Version, Promise<SkewedContinent>>();
function gatewayAt(version: Version): Promise<SkewedContinent> {
  const known = opened.get(version) ?? openSkewedContinent(version);
  opened.set(version, known);
  return known;
}
afterAll(async () => {
  for (const continent of opened.values()) await (await continent).close();
});

/** Whether a version has what came with another. */
const has = (version: string, since: string): boolean => !isOlder(version, since);
/** What a gateway can ask for and shows: the member's value, or null where the member lacks it. */
const shown = <Value>(pair: Pair, since: string, value: Value) =>
  has(pair.gateway, since) ? value : undefined;
const given = <Value>(pair: Pair, since: string, value: Value): Value | null | undefined =>
  has(pair.gateway, since) ? (has(pair.member, since) ? value : null) : undefined;
const lacks = ({ gateway, member }: Pair, since: string): boolean =>
  has(gateway, since) && !has(member, since);

type Pair = { readonly gateway: Version; readonly member: Version };
const PAIRS: readonly Pair[] = VERSIONS.flatMap((gateway) =>
  VERSIONS.map((member) => ({ gateway, member })),
);

type Row = { readonly id: string };
type Missing = { readonly member: string };
type List = {
  readonly edges: readonly { readonly node: Row }[];
  readonly coverage: { readonly missing: readonly Missing[]; readonly answered: readonly string[] };
};
const COVERAGE = 'coverage { answered missing { member reason part } }';

/** All that a gateway of a version can ask of a site. */
const siteFields = (gateway: string): string =>
  [
    'id adm1 location { lat',
    has(gateway, '1.0-skew.2') ? 'elevation' : '',
    '}',
    has(gateway, '1.0-skew.1') ? 'power workers' : '',
    has(gateway, '1.0-skew.4') ? 'surveyId survey { id depth }' : '',
  ].join(' ');

const listOf = (answer: { readonly data?: object | null }, name: string): List =>
  (answer.data as Readonly<Record<string, List>>)[name] as List;
const rowsOf = ({ edges }: List, code: string): readonly Row[] =>
  edges.map(({ node }) => node).filter(({ id }) => id.startsWith(`${code}:`));
const missingOf = ({ coverage }: List, code: string): Missing | undefined =>
  coverage.missing.find(({ member }) => member === code);

const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

function siteOf(pair: Pair, local: 'a' | 'b') {
  const code = codeAt(pair.member);
  const surveyId = local === 'a' ? `${code}:survey:s` : 'CD:survey:s';
  const survey = local === 'a' ? { id: surveyId, depth: 90 } : { id: surveyId, depth: null };
  return {
    id: `${code}:site:${local}`,
    adm1: `Province ${local}`,
    location: { lat: 1, elevation: given(pair, '1.0-skew.2', 1200) },
    power: given(pair, '1.0-skew.1', 'SOLAR'),
    workers: given(pair, '1.0-skew.1', local === 'a' ? 10 : 500),
    surveyId: given(pair, '1.0-skew.4', surveyId),
    survey: given(pair, '1.0-skew.4', survey),
  };
}

const FIELD_VERSIONS = ['1.0-skew.1', '1.0-skew.2', '1.0-skew.4'];
const notOffered = (member: string, part: string | null) => ({
  member,
  reason: 'FIELD_NOT_OFFERED',
  part,
});

test.each(PAIRS)(
  'a gateway of $gateway shows all that a member of $member offers, and says what it lacks',
  async (pair) => {
    const continent = await gatewayAt(pair.gateway);
    const code = codeAt(pair.member);
    const answer = await continent.ask({
      query: `{ sites { edges { node { ${siteFields(pair.gateway)} } } ${COVERAGE} } }`,
    });
    const sites = listOf(answer, 'sites');
    expect(rowsOf(sites, code)).toEqual(plain([siteOf(pair, 'a'), siteOf(pair, 'b')]));
    const isLacking = FIELD_VERSIONS.some((since) => lacks(pair, since));
    expect(missingOf(sites, code)).toEqual(isLacking ? notOffered(code, 'DETAILS') : undefined);
    expect(sites.coverage.answered).toContain(code);
    expect(answer.coverage.missing.filter(({ member }) => member === code)).toEqual(
      isLacking ? [{ ...notOffered(code, 'DETAILS'), since: null }] : [],
    );
    expect(continent.members.flatMap(({ strangeAsks }) => strangeAsks)).toEqual([]);
    expect(continent.broken).toEqual([]);
  },
);

const FILTERING = PAIRS.filter(({ gateway }) => has(gateway, '1.0-skew.3'));
test.each(FILTERING)(
  'a filter that a member of $member lacks excludes it from a gateway of $gateway',
  async (pair) => {
    const continent = await gatewayAt(pair.gateway);
    const code = codeAt(pair.member);
    const answer = await continent.ask({
      query: `query Q($filter: SiteFilter) {
        sites(filter: $filter) { edges { node { id } } total { count precision } ${COVERAGE} }
        siteCounts(filter: $filter) { rows { count } ${COVERAGE} }
      }`,
      variables: { filter: { workersAtLeast: 100 } },
    });
    const [sites, counts] = [listOf(answer, 'sites'), listOf(answer, 'siteCounts')];
    const isOffered = has(pair.member, '1.0-skew.3');
    expect(rowsOf(sites, code)).toEqual(isOffered ? [{ id: `${code}:site:b` }] : []);
    const missing = isOffered ? undefined : notOffered(code, null);
    expect([missingOf(sites, code), missingOf(counts, code)]).toEqual([missing, missing]);
    const filtering = VERSIONS.filter((each) => has(each, '1.0-skew.3')).length;
    expect(sites).toMatchObject({ total: { count: filtering, precision: 'AT_LEAST' } });
    expect(counts).toMatchObject({ rows: [{ count: filtering }] });
    expect(continent.members.flatMap(({ strangeAsks }) => strangeAsks)).toEqual([]);
  },
);

test.each(VERSIONS)('a module that a member of %s lacks is not offered', async (member) => {
  const continent = await gatewayAt('1.0-skew.4');
  const code = codeAt(member);
  const answer = await continent.ask({
    query: `{ surveys { edges { node { id depth } } ${COVERAGE} } }`,
  });
  const surveys = listOf(answer, 'surveys');
  const isOffered = member === '1.0-skew.4';
  expect(rowsOf(surveys, code)).toEqual(isOffered ? [{ id: `${code}:survey:s`, depth: 90 }] : []);
  expect(missingOf(surveys, code)).toEqual(
    isOffered ? undefined : { member: code, reason: 'MODULE_NOT_OFFERED', part: null },
  );
});

test.each(VERSIONS)(
  'what members say of themselves comes in the words of a gateway of %s',
  async (gateway) => {
    const continent = await gatewayAt(gateway);
    const letters = has(gateway, '1.0-skew.2') ? 'letters' : '';
    const { data, errors } = await continent.ask({
      query: `{ members { list { code contractVersion modules ${letters} } ${COVERAGE} } }`,
    });
    const lacking = VERSIONS.filter((member) => lacks({ gateway, member }, '1.0-skew.2'));
    expect({ data, errors }).toEqual(
      plain({
        data: {
          members: {
            list: VERSIONS.map((member) => ({
              code: codeAt(member),
              contractVersion: member,
              modules: ['MINERALS', ...(shownSurveys(gateway, member) ? ['SURVEYS'] : [])],
              letters: given({ gateway, member }, '1.0-skew.2', ['EN', 'FR']),
            })),
            coverage: {
              answered: VERSIONS.map(codeAt),
              missing: lacking.map((member) => notOffered(codeAt(member), 'DETAILS')),
            },
          },
        },
      }),
    );
    expect(continent.broken).toEqual([]);
  },
);
const shownSurveys = (gateway: Version, member: Version): boolean =>
  shown({ gateway, member }, '1.0-skew.4', has(member, '1.0-skew.4')) ?? false;

test('a page ends and goes on in one order, whatever version its members serve', async () => {
  const continent = await gatewayAt('1.0-skew.4');
  const ids: string[] = [];
  let after: string | null = null;
  do {
    const { data }: { readonly data?: unknown } = await continent.ask({
      query: `query Q($after: Cursor) { sites(first: 3, after: $after, orderBy: [{ field: NAME, direction: DESC }]) {
        edges { node { id workers power } } pageInfo { hasNextPage endCursor } } }`,
      variables: { after },
    });
    const { sites } = data as { readonly sites: Page };
    ids.push(...sites.edges.map(({ node }) => node.id));
    after = sites.pageInfo.hasNextPage ? sites.pageInfo.endCursor : null;
  } while (after !== null);
  const inOrder = ['b', 'a'].flatMap((local) =>
    VERSIONS.map(codeAt)
      .toReversed()
      .map((code) => `${code}:site:${local}`),
  );
  expect(ids).toEqual(inOrder);
});
type Page = List & {
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
};

test('a filter that is null filters nobody, and asks members that do not know it', async () => {
  const continent = await gatewayAt('1.0-skew.4');
  const query = 'query Q($n: Int) { sites(filter: { workersAtLeast: $n }) { total { count } } }';
  const inLine = await continent.ask({ query, variables: { n: null } });
  const byVariable = await continent.ask({
    query: 'query Q($filter: SiteFilter) { sites(filter: $filter) { total { count } } }',
    variables: { filter: { workersAtLeast: null, owners: null } },
  });
  const all = { sites: { total: { count: 10 } } };
  expect([inLine.data, byVariable.data]).toEqual([all, all]);
  expect(continent.members.flatMap(({ strangeAsks }) => strangeAsks)).toEqual([]);
});

test('where nobody that is left knows the filter the field is an error, never an empty list', async () => {
  const continent = await gatewayAt('1.0-skew.3');
  const { data, errors, coverage } = await continent.ask({
    query: '{ sites(filter: { owners: ["CD"], workersAtLeast: 1 }) { edges { node { id } } } }',
  });
  expect(data).toEqual({ sites: null });
  expect(errors).toMatchObject([{ path: ['sites'], extensions: { code: 'FIELD_NOT_OFFERED' } }]);
  expect(coverage).toMatchObject({ complete: false, missing: [notOffered('CD', null)] });
});

test('one record lacks what its member lacks, and the request says so', async () => {
  const continent = await gatewayAt('1.0-skew.4');
  const { data, errors, coverage } = await continent.ask({
    query: '{ record(id: "CD:site:a") { site { id adm1 workers survey { id } } } }',
  });
  expect({ data, errors }).toEqual({
    data: {
      record: { site: { id: 'CD:site:a', adm1: 'Province a', workers: null, survey: null } },
    },
  });
  expect(coverage.missing).toEqual([{ ...notOffered('CD', 'DETAILS'), since: null }]);
});

test('a record of a module that its owner lacks is its id, and an error', async () => {
  const continent = await gatewayAt('1.0-skew.4');
  const { data, errors } = await continent.ask({
    query: '{ record(id: "ZM:site:b") { site { survey { id depth name { en } } } } }',
  });
  expect(data).toEqual({
    record: { site: { survey: { id: 'CD:survey:s', depth: null, name: null } } },
  });
  expect(errors).toMatchObject([
    {
      path: ['record', 'site', 'survey'],
      extensions: { code: 'MODULE_NOT_OFFERED', member: 'CD' },
    },
  ]);
});

test('what a skipped field lacks is not missed', async () => {
  const continent = await gatewayAt('1.0-skew.4');
  const { data, coverage } = await continent.ask({
    query: '{ record(id: "CD:site:a") { site { id workers @skip(if: true) } } }',
  });
  expect(data).toEqual({ record: { site: { id: 'CD:site:a' } } });
  expect(coverage.complete).toBe(true);
});
