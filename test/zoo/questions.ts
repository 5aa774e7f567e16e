import type { Chance } from '../oracle/chance.ts';
import type { FieldKind } from './fault.ts';

/** What is asked while a fault is committed. */
export type MatrixQuestion = {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  /** Of a record what its owner is asked for in a second hop. */
  readonly details: readonly string[];
  /** The module of the records; a body offers policies alone. */
  readonly isAtHome: boolean;
};

const COVERAGE =
  'coverage { complete answered missing { member reason part missedRange { from to } } stale { member } }';
const TOTAL = `total { count precision } ${COVERAGE}`;
const HEAD = '$first: Int, $after: Cursor';

type List = {
  readonly field: string;
  readonly input: string;
  readonly row: string;
  readonly orders: readonly string[];
  readonly isAtHome: boolean;
};
const LISTS: readonly List[] = [
  {
    field: 'sites',
    input: 'Site',
    row: 'id home name { value } type status countryCode location { lat lon } commodityCodes',
    orders: ['NAME', 'TYPE', 'STATUS'],
    isAtHome: true,
  },
  {
    field: 'policies',
    input: 'Policy',
    row: 'id home title { value } type status jurisdictionCode commodityCodes',
    orders: ['TITLE', 'JURISDICTION', 'IN_FORCE_FROM'],
    isAtHome: false,
  },
  {
    field: 'production',
    input: 'Production',
    row: 'id home countryCode level commodityCode stage year quantity { value unit basis flag }',
    orders: ['YEAR', 'COMMODITY', 'QUANTITY'],
    isAtHome: true,
  },
];
const [SITES] = LISTS;

const SUMS = [
  'totals: productionTotals(by: [COUNTRY]) { rows { commodityCode stage year level unit basis countryCode parts { sum precision count min max withheld estimated bounded } }',
  'totals: siteCounts(by: [COUNTRY, STATUS]) { rows { countryCode status count }',
  'totals: capacityTotals(by: [COUNTRY]) { rows { commodityCode siteType year unit basis countryCode parts { sum precision count min max withheld estimated bounded } }',
];

const DETAILS =
  'nationalId method adm1 production(first: 2) { nodes { id home year level countryCode } hasMore total { count precision } }';
const DETAIL_NAMES = ['nationalId', 'method', 'adm1', 'production'];

export function matrixQuestion(kind: FieldKind, chance: Chance, name: string): MatrixQuestion {
  if (kind === 'members') {
    const query = `query Members { totals: members { list { code operator { value } modules asOf } ${COVERAGE} } }`;
    return { query, variables: {}, details: [], isAtHome: false };
  }
  if (kind === 'aggregate') {
    const query = `query Sums { ${chance.oneOf(SUMS)} ${COVERAGE} } }`;
    return { query, variables: {}, details: [], isAtHome: true };
  }
  const isFiltered = name === 'filter-ignored';
  const needsCountry = name === 'abroad';
  const lists = LISTS.filter((each) => each.isAtHome || !needsCountry);
  const list = (kind === 'entities' || isFiltered) && SITES ? SITES : chance.oneOf(lists);
  const { field, input, row, orders, isAtHome } = list;
  const orderBy = [{ field: chance.oneOf(orders), direction: chance.oneOf(['ASC', 'DESC']) }];
  const head = `query Page(${HEAD}, $orderBy: [${input}Order!], $filter: ${input}Filter)`;
  const args = 'filter: $filter, orderBy: $orderBy, first: $first, after: $after';
  const details = kind === 'entities' ? DETAILS : '';
  const rows = `edges { cursor node { ${row} ${details} } } pageInfo { hasNextPage endCursor }`;
  const query = `${head} { list: ${field}(${args}) { ${kind === 'count' ? '' : rows} ${TOTAL} } }`;
  const filter = isFiltered ? { types: ['MINE'] } : null;
  return { query, variables: { orderBy, filter }, details: details ? DETAIL_NAMES : [], isAtHome };
}

/** The same list, read for the place from which its later page goes on. */
export const cursorsOf = ({ query }: MatrixQuestion): string =>
  query.replace(/\{ list: (\w+\([^)]*\)) .*$/s, '{ list: $1 { edges { cursor node { id } } } }');
