import { commonFields } from './common-fields.ts';
import { CODE, DATE, json, plain } from './field.ts';
import { byColumn, byName } from './order-columns.ts';
import { defineTable } from './table.ts';
import { updatedInstant } from './updated-instant.ts';

export const EVENT = defineTable<'Event'>({
  type: 'Event',
  name: 'event',
  fields: {
    ...commonFields,
    name: json,
    startDate: DATE,
    endDate: DATE,
    city: plain,
    countryCode: CODE,
    venue: plain,
    status: CODE,
    organizerIds: json,
    outcomeIds: json,
    url: plain,
    documents: json,
  },
  orders: {
    NAME: byName('name'),
    COUNTRY: byColumn('countryCode'),
    START_DATE: byColumn('startDate'),
    UPDATED_AT: byColumn('updatedAt'),
  },
  derived: [updatedInstant],
  links: [],
});
