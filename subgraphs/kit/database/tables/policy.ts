import { commodityLink } from './commodity-link.ts';
import { commonFields } from './common-fields.ts';
import { CODE, DATE, json, plain } from './field.ts';
import { byColumn, byName } from './order-columns.ts';
import { defineTable } from './table.ts';
import { updatedInstant } from './updated-instant.ts';

export const POLICY = defineTable<'Policy'>({
  type: 'Policy',
  name: 'policy',
  fields: {
    ...commonFields,
    title: json,
    type: CODE,
    status: CODE,
    jurisdictionCode: CODE,
    officialNumber: plain,
    adopted: plain,
    inForceFrom: DATE,
    inForceTo: DATE,
    checkedAt: plain,
    commodityCodes: json,
    hsCodes: json,
    stages: json,
    rates: json,
    abstract: json,
    partyIds: json,
    documents: json,
    repealedById: plain,
  },
  orders: {
    TITLE: byName('title'),
    JURISDICTION: byColumn('jurisdictionCode'),
    TYPE: byColumn('type'),
    IN_FORCE_FROM: byColumn('inForceFrom'),
    UPDATED_AT: byColumn('updatedAt'),
  },
  derived: [updatedInstant],
  links: [commodityLink('policy_commodity')],
});
