import { commonFields } from './common-fields.ts';
import { CODE, ID, json, quantity, WORD, whole } from './field.ts';
import { figureName, matterOf, measureOf } from './figure-name.ts';
import { byColumn, byNumber, byQuantity } from './order-columns.ts';
import { defineTable } from './table.ts';
import { updatedInstant } from './updated-instant.ts';

export const PRODUCTION = defineTable<'ProductionRecord'>({
  type: 'ProductionRecord',
  name: 'production_record',
  fields: {
    ...commonFields,
    countryCode: CODE,
    level: CODE,
    siteId: ID,
    commodityCode: WORD,
    stage: CODE,
    year: whole,
    quantity,
    value: json,
    edition: WORD,
    published: json,
  },
  orders: {
    COUNTRY: byColumn('countryCode'),
    COMMODITY: byColumn('commodityCode'),
    YEAR: byNumber('year'),
    QUANTITY: byQuantity('quantity'),
    UPDATED_AT: byColumn('updatedAt'),
  },
  derived: [updatedInstant],
  links: [],
  figureOf: (row) =>
    figureName([
      row.level,
      row.countryCode,
      row.siteId,
      ...matterOf(row),
      row.stage,
      row.year,
      ...measureOf(row.quantity),
    ]),
});
