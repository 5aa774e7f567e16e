import { commodityLink } from './commodity-link.ts';
import { commonFields } from './common-fields.ts';
import { CODE, json, plain, point } from './field.ts';
import { byColumn, byName } from './order-columns.ts';
import { defineTable } from './table.ts';
import { updatedInstant } from './updated-instant.ts';

export const DEPOSIT = defineTable<'Deposit'>({
  type: 'Deposit',
  name: 'deposit',
  fields: {
    ...commonFields,
    name: json,
    type: CODE,
    countryCode: CODE,
    adm1: plain,
    location: point,
    commodityCodes: json,
    depositType: plain,
    published: json,
  },
  orders: {
    NAME: byName('name'),
    COUNTRY: byColumn('countryCode'),
    TYPE: byColumn('type'),
    UPDATED_AT: byColumn('updatedAt'),
  },
  derived: [updatedInstant],
  links: [commodityLink('deposit_commodity')],
});
