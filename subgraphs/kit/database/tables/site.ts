import { capacityLink } from './capacity-link.ts';
import { commodityLink } from './commodity-link.ts';
import { commonFields } from './common-fields.ts';
import { CODE, ID, json, plain, point } from './field.ts';
import { byColumn, byName } from './order-columns.ts';
import { defineTable } from './table.ts';
import { updatedInstant } from './updated-instant.ts';

export const SITE = defineTable<'Site'>({
  type: 'Site',
  name: 'site',
  fields: {
    ...commonFields,
    nationalId: plain,
    otherIds: json,
    name: json,
    type: CODE,
    status: CODE,
    statusAsOf: plain,
    method: plain,
    scale: CODE,
    location: point,
    adm1: plain,
    countryCode: CODE,
    commodityCodes: json,
    depositId: ID,
    operatorId: ID,
    owners: json,
    capacities: json,
    titles: json,
    certification: CODE,
    inspections: json,
    published: json,
  },
  orders: {
    NAME: byName('name'),
    COUNTRY: byColumn('countryCode'),
    TYPE: byColumn('type'),
    STATUS: byColumn('status'),
    UPDATED_AT: byColumn('updatedAt'),
  },
  derived: [updatedInstant],
  links: [commodityLink('site_commodity'), capacityLink],
});
