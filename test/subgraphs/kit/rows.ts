import type {
  CommonRow,
  DepositRow,
  EstimateRow,
  EventRow,
  Governance,
  OrganisationRow,
  PolicyRow,
  ProductionRow,
  Provenance,
  SiteRow,
} from '../../../subgraphs/kit/index.ts';

const PROVENANCE: Provenance = {
  source: 'Made for a test',
  method: 'SYNTHETIC',
  asOf: '2026',
  licence: 'CC0-1.0',
  synthetic: true,
};
export const PUBLIC: Governance = { classification: 'PUBLIC', redactions: [] };

const common = (id: string): CommonRow => ({
  id,
  home: id.slice(0, id.indexOf(':')),
  revision: 1,
  updatedAt: '2026-04-30T00:00:00Z',
  provenance: PROVENANCE,
  governance: PUBLIC,
});
const codeIn = (id: string): string => id.slice(0, 2);

/** Records made for tests, each with what a test does not say filled in. */
export const site = (id: string, fields: Partial<SiteRow> = {}): SiteRow => ({
  ...common(id),
  name: { en: `Site ${id}` },
  type: 'MINE',
  status: 'OPERATING',
  countryCode: codeIn(id),
  commodityCodes: ['copper'],
  ...fields,
});
export const deposit = (id: string, fields: Partial<DepositRow> = {}): DepositRow => ({
  ...common(id),
  name: { en: `Deposit ${id}` },
  type: 'DEPOSIT',
  countryCode: codeIn(id),
  commodityCodes: ['copper'],
  ...fields,
});
export const organisation = (
  id: string,
  fields: Partial<OrganisationRow> = {},
): OrganisationRow => ({
  ...common(id),
  name: { en: `Organisation ${id}` },
  type: 'COMPANY',
  countryCode: codeIn(id),
  ...fields,
});
export const production = (id: string, fields: Partial<ProductionRow> = {}): ProductionRow => ({
  ...common(id),
  countryCode: codeIn(id),
  level: 'SITE',
  commodityCode: 'copper',
  stage: 'MINE',
  year: 2025,
  quantity: { value: '12.5', unit: 'KILOTONNE', basis: 'metal content', flag: 'EXACT' },
  edition: 'TEST2026',
  ...fields,
});
export const estimate = (id: string, fields: Partial<EstimateRow> = {}): EstimateRow => ({
  ...common(id),
  countryCode: codeIn(id),
  level: 'SITE',
  commodityCode: 'copper',
  reportingCode: 'JORC',
  effectiveDate: '2025',
  edition: 'TEST2026',
  ...fields,
});
export const policy = (id: string, fields: Partial<PolicyRow> = {}): PolicyRow => ({
  ...common(id),
  title: { en: `Policy ${id}` },
  type: 'EXPORT_TAX',
  status: 'IN_FORCE',
  jurisdictionCode: codeIn(id),
  commodityCodes: ['copper'],
  ...fields,
});
export const event = (id: string, fields: Partial<EventRow> = {}): EventRow => ({
  ...common(id),
  name: { en: `Event ${id}` },
  startDate: '2026-03-01',
  countryCode: codeIn(id),
  status: 'SCHEDULED',
  ...fields,
});
