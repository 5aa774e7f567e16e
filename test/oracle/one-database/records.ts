import type { OwnedType } from '../../../subgraphs/kit/rows.ts';
import type { Database } from './database.ts';
import { converted } from './measures.ts';
import type { Resolvers } from './oracle.ts';
import type { Compare } from './order.ts';
import { byId, newestFirst, pageOf } from './pages.ts';
import type { Row } from './tables.ts';
import { textIn } from './text.ts';

type OwnPage = { readonly first?: number | null; readonly after?: string | null };
type Column = Readonly<Record<string, unknown>>;

const FIELD_OF: Readonly<Record<OwnedType, string>> = {
  Organisation: 'organisation',
  Deposit: 'deposit',
  Site: 'site',
  ResourceEstimate: 'estimate',
  ProductionRecord: 'production',
  Policy: 'policy',
  Event: 'event',
};

/** What a record leads to within its own member, and the lookups by id. */
export function ownResolvers(database: Database): Resolvers {
  const find = (id: unknown) => (id == null ? null : (database.tables.find(id)?.row ?? null));
  const own = (type: OwnedType, by: string, order: Compare) => (row: Row, args: OwnPage) =>
    row.home
      ? ownPage(
          database.choose(type, {}).filter((each) => each[by] === row.id),
          order,
          args,
        )
      : null;
  return {
    LocalizedText: { value: (name: Column, { lang }: { lang: string }) => textIn(name, lang) },
    Quantity: {
      in: ({ value, unit }: { value: string; unit: string }, to: { unit: string }) =>
        converted(value, unit, to.unit),
    },
    Organisation: { sites: own('Site', 'operatorId', byId) },
    Deposit: {
      sites: own('Site', 'depositId', byId),
      estimates: own('ResourceEstimate', 'depositId', newestFirst('effectiveDate')),
    },
    Site: {
      deposit: (row: Row) => find(row.depositId),
      operator: (row: Row) => find(row.operatorId),
      production: own('ProductionRecord', 'siteId', newestFirst('year')),
    },
    Share: { party: ({ partyId }: Column) => find(partyId) },
    MiningTitle: { holder: ({ holderId }: Column) => find(holderId) },
    ResourceEstimate: { deposit: (row: Row) => find(row.depositId) },
    ProductionRecord: { site: (row: Row) => find(row.siteId) },
    Query: {
      record: (_: unknown, { id }: { id: string }) => record(database, id),
      changes: (_: unknown, args: Changes) => changesOf(database, args),
    },
  };
}

function ownPage(rows: readonly Row[], order: Compare, { first, after }: OwnPage) {
  const page = pageOf(rows.toSorted(order), { first: first ?? 20, behind: after });
  return {
    nodes: page.rows,
    hasMore: page.hasMore,
    total: { count: rows.length, precision: 'EXACT' },
  };
}

function record({ tables, silent }: Database, id: string) {
  if (silent.has(id.split(':')[0] ?? '')) throw new Error(`${id.split(':')[0]} did not answer.`);
  const found = tables.find(id);
  return found ? { id, [FIELD_OF[found.type]]: found.row } : null;
}

type Changes = {
  readonly owner: string;
  readonly after?: number | null;
  readonly first?: number | null;
};
function changesOf({ tables, silent }: Database, { owner, after, first }: Changes) {
  if (silent.has(owner)) throw new Error(`${owner} did not answer.`);
  const all = tables.changes.get(owner);
  if (!all) return null;
  const rest = all.filter(({ sequence }) => sequence > (after ?? 0));
  const changes = rest.slice(0, first ?? 100);
  return {
    changes,
    last: changes.at(-1)?.sequence ?? after ?? 0,
    hasMore: rest.length > changes.length,
  };
}
