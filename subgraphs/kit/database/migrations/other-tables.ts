import { COMMON } from './column-lines.ts';
import type { NewTable } from './new-table.ts';

const organisation: NewTable = {
  name: 'organisation',
  columns: `
    ${COMMON},
    name text,
    type key(64),
    countryCode key(64),
    lei key(256),
    registrationNumber text,
    url text,
    nameRank whole NOT NULL,
    nameKey key(2048),
    countryCodeRank whole NOT NULL`,
  primaryKey: ['id'],
  orders: [
    ['nameRank', 'nameKey'],
    ['countryCodeRank', 'countryCode'],
    ['updatedAtRank', 'updatedAt'],
  ],
  indexes: [['lei', 'id']],
};

const policy: NewTable = {
  name: 'policy',
  columns: `
    ${COMMON},
    title text,
    type key(64),
    status key(64),
    jurisdictionCode key(64),
    officialNumber text,
    adopted text,
    inForceFrom key(40),
    inForceTo key(40),
    checkedAt text,
    commodityCodes text,
    hsCodes text,
    stages text,
    rates text,
    abstract text,
    partyIds text,
    documents text,
    repealedById text,
    titleRank whole NOT NULL,
    titleKey key(2048),
    jurisdictionCodeRank whole NOT NULL,
    typeRank whole NOT NULL,
    inForceFromRank whole NOT NULL`,
  primaryKey: ['id'],
  orders: [
    ['titleRank', 'titleKey'],
    ['jurisdictionCodeRank', 'jurisdictionCode'],
    ['typeRank', 'type'],
    ['inForceFromRank', 'inForceFrom'],
    ['updatedAtRank', 'updatedAt'],
  ],
};

const event: NewTable = {
  name: 'event',
  columns: `
    ${COMMON},
    name text,
    startDate key(40),
    endDate key(40),
    city text,
    countryCode key(64),
    venue text,
    status key(64),
    organizerIds text,
    outcomeIds text,
    url text,
    documents text,
    nameRank whole NOT NULL,
    nameKey key(2048),
    countryCodeRank whole NOT NULL,
    startDateRank whole NOT NULL`,
  primaryKey: ['id'],
  orders: [
    ['nameRank', 'nameKey'],
    ['countryCodeRank', 'countryCode'],
    ['startDateRank', 'startDate'],
    ['updatedAtRank', 'updatedAt'],
  ],
};

const link = (name: string, column: string, bytes: number): NewTable => ({
  name,
  columns: `
    recordId key(128) NOT NULL,
    ${column} key(${bytes}) NOT NULL`,
  primaryKey: ['recordId', column],
  indexes: [[column, 'recordId']],
});

export const OTHER_TABLES: readonly NewTable[] = [
  organisation,
  policy,
  event,
  link('deposit_commodity', 'commodityCode', 256),
  link('site_commodity', 'commodityCode', 256),
  link('policy_commodity', 'commodityCode', 256),
  link('resource_estimate_crirsco', 'category', 64),
];
