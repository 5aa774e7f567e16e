import type { Write } from '../../../../subgraphs/kit/repository.ts';
import type {
  CommonRow,
  DepositRow,
  EstimateRow,
  EventRow,
  OrganisationRow,
  OwnedType,
  PolicyRow,
  ProductionRow,
  Quantity,
  RowsByType,
  SiteRow,
} from '../../../../subgraphs/kit/rows.ts';

/** Records with nothing in them but what a test speaks of. */
type Some<Row> = Partial<Row> & { readonly id: string };

const common: Omit<CommonRow, 'id'> = {
  home: 'MA',
  revision: 1,
  updatedAt: '2026-01-01T00:00:00Z',
  provenance: null,
  governance: null,
};

export const organisation = (row: Some<OrganisationRow>): OrganisationRow => ({
  ...common,
  name: null,
  type: null,
  countryCode: null,
  lei: null,
  registrationNumber: null,
  url: null,
  ...row,
});

export const deposit = (row: Some<DepositRow>): DepositRow => ({
  ...common,
  name: null,
  type: null,
  countryCode: 'MA',
  adm1: null,
  location: null,
  commodityCodes: null,
  depositType: null,
  published: null,
  ...row,
});

export const site = (row: Some<SiteRow>): SiteRow => ({
  ...common,
  nationalId: null,
  otherIds: null,
  name: null,
  type: null,
  status: null,
  statusAsOf: null,
  method: null,
  scale: null,
  location: null,
  adm1: null,
  countryCode: 'MA',
  commodityCodes: null,
  depositId: null,
  operatorId: null,
  owners: null,
  capacities: null,
  titles: null,
  certification: null,
  inspections: null,
  published: null,
  ...row,
});

export const estimate = (row: Some<EstimateRow>): EstimateRow => ({
  ...common,
  countryCode: 'MA',
  level: 'SITE',
  commodityCode: null,
  depositId: null,
  unfc: null,
  crirsco: null,
  reportingCode: 'JORC',
  tonnage: null,
  grade: null,
  contained: null,
  effectiveDate: null,
  edition: null,
  competentPerson: null,
  published: null,
  ...row,
});

export const production = (row: Some<ProductionRow>): ProductionRow => ({
  ...common,
  countryCode: 'MA',
  level: 'COUNTRY',
  siteId: null,
  commodityCode: 'copper',
  stage: 'MINE',
  year: 2024,
  quantity: tonnes('1'),
  value: null,
  edition: null,
  published: null,
  ...row,
});

export const policy = (row: Some<PolicyRow>): PolicyRow => ({
  ...common,
  title: null,
  type: null,
  status: null,
  jurisdictionCode: 'MA',
  officialNumber: null,
  adopted: null,
  inForceFrom: null,
  inForceTo: null,
  checkedAt: null,
  commodityCodes: null,
  hsCodes: null,
  stages: null,
  rates: null,
  abstract: null,
  partyIds: null,
  documents: null,
  repealedById: null,
  ...row,
});

export const event = (row: Some<EventRow>): EventRow => ({
  ...common,
  name: null,
  startDate: null,
  endDate: null,
  city: null,
  countryCode: null,
  venue: null,
  status: null,
  organizerIds: null,
  outcomeIds: null,
  url: null,
  documents: null,
  ...row,
});

export const tonnes = (value: string | null, more: Partial<Quantity> = {}): Quantity => ({
  value,
  unit: 'TONNE',
  basis: null,
  flag: value === null ? 'WITHHELD' : 'EXACT',
  ...more,
});

export const english = (en: string) => ({ en, originalLanguage: 'EN' });

/** Rows of a type as writes that put them. */
export const puts = <Type extends OwnedType>(
  type: Type,
  rows: readonly RowsByType[Type][],
): readonly Write[] => rows.map((put) => ({ type, put }) as unknown as Write);
