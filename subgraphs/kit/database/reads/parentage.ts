import type { ParentKind } from '../../repository.ts';
import type { OwnedType } from '../../rows.ts';
import { own, type Sql, sql } from '../sql.ts';
import { tableNamed } from './columns.ts';

/** Where a record's parent stands, and the tables that lead to it. */
export type Parentage = { readonly column: Sql; readonly from: Sql };

type Lead = (type: OwnedType) => Parentage;

const byColumn =
  (column: string): Lead =>
  (type) => ({ column: own(column), from: sql`${tableNamed(type)} r` });

const byCommodityLink: Lead = (type) => {
  const link: Sql = { text: `\`${type.toLowerCase()}_commodity\``, values: [] };
  return {
    column: sql`l.commodityCode`,
    from: sql`${tableNamed(type)} r JOIN ${link} l ON l.recordId = ${own('id')}`,
  };
};

/** A company's sites are those that an organisation with its identifier operates. */
const byOperator: Lead = (type) => ({
  column: sql`o.lei`,
  from: sql`${tableNamed(type)} r JOIN ${tableNamed('Organisation')} o ON o.id = ${own('operatorId')}`,
});

const byCountry = byColumn('countryCode');
const byCommodity = byColumn('commodityCode');

/** The lists of the contract's shared entities. */
const LEADS: Readonly<Record<ParentKind, { readonly [Type in OwnedType]?: Lead }>> = {
  country: {
    Site: byCountry,
    Deposit: byCountry,
    ResourceEstimate: byCountry,
    ProductionRecord: byCountry,
    Policy: byColumn('jurisdictionCode'),
    Event: byCountry,
  },
  commodity: {
    Site: byCommodityLink,
    Deposit: byCommodityLink,
    ResourceEstimate: byCommodity,
    ProductionRecord: byCommodity,
    Policy: byCommodityLink,
  },
  company: { Organisation: byColumn('lei'), Site: byOperator },
};

export function parentageOf(type: OwnedType, parent: ParentKind): Parentage {
  const lead = LEADS[parent][type];
  if (!lead) throw new Error(`Expected a list that a ${parent} has, got one of ${type}.`);
  return lead(type);
}
