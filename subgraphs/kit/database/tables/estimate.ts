import { commonFields } from './common-fields.ts';
import { CODE, DATE, ID, json, plain, quantity, unfc, WORD } from './field.ts';
import { figureName, matterOf, measureOf } from './figure-name.ts';
import { byColumn, byQuantity } from './order-columns.ts';
import { type Derived, defineTable, type Link } from './table.ts';
import { updatedInstant } from './updated-instant.ts';

/** Categories as the sums name them. */
const crirscoJoined: Derived<'ResourceEstimate'> = {
  columns: [{ kind: 'key', name: 'crirscoJoined', bytesMax: 256 }],
  of: ({ crirsco }) => [crirsco?.join('+') || null],
};
const crirscoLink: Link<'ResourceEstimate'> = {
  table: 'resource_estimate_crirsco',
  columns: [{ kind: 'key', name: 'category', bytesMax: 64 }],
  rowsOf: ({ crirsco }) => [...new Set(crirsco ?? [])].map((category) => [category]),
};

export const ESTIMATE = defineTable<'ResourceEstimate'>({
  type: 'ResourceEstimate',
  name: 'resource_estimate',
  fields: {
    ...commonFields,
    countryCode: CODE,
    level: CODE,
    commodityCode: WORD,
    depositId: ID,
    unfc,
    crirsco: json,
    reportingCode: CODE,
    tonnage: json,
    grade: json,
    contained: quantity,
    effectiveDate: DATE,
    edition: WORD,
    competentPerson: plain,
    published: json,
  },
  orders: {
    COUNTRY: byColumn('countryCode'),
    COMMODITY: byColumn('commodityCode'),
    EFFECTIVE_DATE: byColumn('effectiveDate'),
    CONTAINED: byQuantity('contained'),
    UPDATED_AT: byColumn('updatedAt'),
  },
  derived: [updatedInstant, crirscoJoined],
  links: [crirscoLink],
  figureOf: (row) =>
    figureName([
      row.level,
      row.countryCode,
      row.depositId,
      ...matterOf(row),
      row.reportingCode,
      row.unfc?.class,
      row.crirsco,
      ...measureOf(row.contained),
    ]),
});
