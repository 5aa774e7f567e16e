import { commonFields } from './common-fields.ts';
import { CODE, json, plain, WORD } from './field.ts';
import { byColumn, byName } from './order-columns.ts';
import { defineTable } from './table.ts';
import { updatedInstant } from './updated-instant.ts';

export const ORGANISATION = defineTable<'Organisation'>({
  type: 'Organisation',
  name: 'organisation',
  fields: {
    ...commonFields,
    name: json,
    type: CODE,
    countryCode: CODE,
    lei: WORD,
    registrationNumber: plain,
    url: plain,
  },
  orders: {
    NAME: byName('name'),
    COUNTRY: byColumn('countryCode'),
    UPDATED_AT: byColumn('updatedAt'),
  },
  derived: [updatedInstant],
  links: [],
});
