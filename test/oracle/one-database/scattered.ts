import { mergeOf, ownershipOf } from '../../../schema/index.ts';
import type { OwnedType } from '../../../subgraphs/kit/rows.ts';
import { ANY_CURSOR, ANY_INSTANT } from '../markers.ts';
import { operatorOf } from '../rows/setting.ts';
import { commoditiesOf, countryOf, type Filter } from './choose.ts';
import type { Coverage } from './coverage.ts';
import type { Database } from './database.ts';
import { inOrder, type OrderBy } from './order.ts';
import { pageOf } from './pages.ts';
import {
  type By,
  capacityTotals,
  counts,
  estimateTotals,
  type IsKnown,
  productionTotals,
} from './sums.ts';
import type { Row } from './tables.ts';

/** What a list is asked with; `after` is the id of the last row of the page before, which stands for the gateway's cursor. */
export type ListArguments = {
  readonly filter?: Filter;
  readonly orderBy?: OrderBy | null;
  readonly first?: number | null;
  readonly after?: string | null;
  readonly by?: By;
  readonly owners?: readonly string[] | null;
};
/** The shared entity on which a list stands; none at the root. */
export type Parent = { readonly type?: string; readonly code?: string; readonly lei?: string };

/** The value of a field that all members contribute to, by the name of the type it gives. */
export function scattered(
  database: Database,
  typeName: string,
  parent: Parent,
  args: ListArguments,
) {
  const rule = mergeOf(database.contract, typeName);
  if (!rule) return undefined;
  const coverage = coverageFor(database, rule.of, parent, args);
  if (coverage.nobodyAnswered) throw new Error('No member answered.');
  if (rule.by === 'LIST')
    return { list: listed(database, coverage, args), coverage: coverageJson(coverage) };
  const rows = rowsUnder(database, rule.of as OwnedType, parent, args.filter);
  if (rule.by === 'ORDER') return connection(database, { rows, coverage }, args);
  const isKnown: IsKnown = (country) =>
    typeof country === 'string' ? coverage.answered.includes(country) : coverage.complete;
  return { rows: SUMS[typeName]?.(rows, args.by, isKnown), coverage: coverageJson(coverage) };
}

/** Who answers a list, and who should have. */
export function coverageFor(
  { contract, coverageOf }: Database,
  of: string | undefined,
  { type, code }: Parent,
  { filter, owners }: ListArguments,
) {
  const { module, atHome = false } = ownershipOf(contract, of);
  return coverageOf({
    module,
    atHome,
    owners: (owners ?? filter?.owners) as readonly string[] | undefined,
    countries: filter?.countries as readonly string[] | undefined,
    country: type === 'Country' ? code : undefined,
  });
}

function rowsUnder(
  { choose, tables }: Database,
  of: OwnedType,
  { type, code = '', lei }: Parent,
  filter: Filter,
): readonly Row[] {
  const rows = choose(of, filter);
  if (type === 'Country') return rows.filter((row) => countryOf(row) === code);
  if (type === 'Commodity') return rows.filter((row) => commoditiesOf(row).includes(code));
  if (type !== 'Company') return rows;
  const leiOf = (row: Row) => (of === 'Organisation' ? row : tables.find(row.operatorId)?.row)?.lei;
  return rows.filter((row) => leiOf(row) === lei);
}

/** All rows of a list in order, of which its pages are the parts. */
export const sortedRows = (
  database: Database,
  of: OwnedType,
  parent: Parent,
  { filter, orderBy }: ListArguments,
): readonly Row[] => rowsUnder(database, of, parent, filter).toSorted(inOrder(orderBy));

function connection(
  database: Database,
  { rows, coverage }: { readonly rows: readonly Row[]; readonly coverage: Coverage },
  args: ListArguments,
) {
  const compare = inOrder(args.orderBy);
  const sorted = rows.toSorted(compare);
  const behind = database.everybodys.find(args.after)?.row;
  const rest = behind ? sorted.filter((row) => compare(behind, row) < 0) : sorted;
  const page = pageOf(rest, { first: args.first ?? 50 });
  const from = args.after && database.silentSince === 'PAGE' ? ANY_CURSOR : null;
  const range = { from, to: page.hasMore ? ANY_CURSOR : null };
  return {
    edges: page.rows.map((node) => ({ cursor: ANY_CURSOR, node })),
    pageInfo: { hasNextPage: page.hasMore, endCursor: page.rows.length > 0 ? ANY_CURSOR : null },
    total: { count: sorted.length, precision: coverage.complete ? 'EXACT' : 'AT_LEAST' },
    coverage: coverageJson(coverage, range),
  };
}

type Range = { readonly from: string | null; readonly to: string | null };
/** A silent member has missed the scroll from its start, or from this page on, to the end of this page; who does not offer the module has missed nothing. */
function coverageJson({ complete, answered, missing }: Coverage, range: Range | null = null) {
  const named = missing.map((each) => ({
    ...each,
    since: ANY_INSTANT,
    part: null,
    missedRange: each.reason === 'MODULE_NOT_OFFERED' ? null : range,
  }));
  return { complete, answered, missing: named, stale: [] };
}

/** The members that answered, with what they say of themselves. */
function listed({ members, tables }: Database, { answered }: Coverage, { owners }: ListArguments) {
  const named = members.filter(
    ({ code }) => answered.includes(code) && (owners?.includes(code) ?? true),
  );
  return named
    .toSorted((a, b) => (a.code < b.code ? -1 : 1))
    .map(({ code, modules, says }) => ({
      operator: operatorOf(code),
      licence: 'CC-BY-4.0',
      contact: null,
      ...says,
      code,
      contractVersion: '1.0',
      modules,
      database: 'SQLite',
      asOf: ANY_INSTANT,
      counts: Object.entries(tables.rows).map(([type, rows]) => ({
        type,
        count: rows.filter(({ home }) => home === code).length,
      })),
    }));
}

const SITE = ['COUNTRY', 'TYPE', 'STATUS', 'SCALE', 'CERTIFICATION', 'COMMODITY'];
const POLICY = ['JURISDICTION', 'TYPE', 'STATUS', 'COMMODITY'];
type Sum = (rows: readonly Row[], by: By, isKnown: IsKnown) => unknown;
const SUMS: Readonly<Record<string, Sum>> = {
  ProductionTotals: productionTotals,
  EstimateTotals: estimateTotals,
  CapacityTotals: capacityTotals,
  SiteCounts: (rows, by) => counts(rows, by, SITE),
  PolicyCounts: (rows, by) => counts(rows, by, POLICY),
};
