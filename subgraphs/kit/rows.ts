import type { NameParts, Unit } from '../../schema/index.ts';

/**
 * Records in the contract's own columns, as seeds carry them and repositories keep them: enums as their names, decimals and dates as
 * text, references as ids. A column without a value is null or absent.
 */
export type LocalizedText = NameParts & { readonly machineTranslated?: readonly string[] | null };

export type Quantity = {
  readonly value: string | null;
  readonly unit: Unit;
  readonly basis: string | null;
  readonly flag:
    | 'EXACT'
    | 'ROUNDED'
    | 'ESTIMATED'
    | 'LESS_THAN'
    | 'GREATER_THAN'
    | 'WITHHELD'
    | 'NOT_AVAILABLE';
};
export type Money = {
  readonly amount: string;
  readonly currency: string;
  readonly asOf?: string | null;
};
export type GeoPoint = { readonly lat: number; readonly lon: number; readonly precision: string };
export type Provenance = {
  readonly source: string;
  readonly url?: string | null;
  readonly citation?: string | null;
  readonly publisher?: string | null;
  readonly method: string;
  readonly asOf: string;
  readonly retrievedAt?: string | null;
  readonly licence: string;
  readonly confidence?: string | null;
  readonly synthetic: boolean;
};
export type Redaction = {
  readonly path: string;
  readonly reason: string;
  readonly until?: string | null;
};
export type Governance = {
  readonly classification: string;
  readonly embargoUntil?: string | null;
  readonly redactions: readonly Redaction[];
};
export type PublicDocument = {
  readonly title: LocalizedText;
  readonly url?: string | null;
  readonly mediaType?: string | null;
  readonly sha256?: string | null;
  readonly language?: string | null;
};
export type PublishedWord = { readonly field: string; readonly word: string };

/** What every record has. `home` is its member's code, which is also the start of its id. */
export type CommonRow = {
  readonly id: string;
  readonly home: string;
  readonly revision: number;
  readonly updatedAt: string;
  readonly provenance: Provenance | null;
  readonly governance: Governance | null;
};

export type OrganisationRow = CommonRow & {
  readonly name: LocalizedText | null;
  readonly type: string | null;
  readonly countryCode: string | null;
  readonly lei?: string | null;
  readonly registrationNumber?: string | null;
  readonly url?: string | null;
};

export type DepositRow = CommonRow & {
  readonly name: LocalizedText | null;
  readonly type: string | null;
  readonly countryCode: string | null;
  readonly adm1?: string | null;
  readonly location?: GeoPoint | null;
  readonly commodityCodes: readonly string[] | null;
  readonly depositType?: string | null;
  readonly published?: readonly PublishedWord[] | null;
};

export type Share = {
  readonly partyId: string | null;
  readonly percent?: string | null;
  readonly role?: string | null;
  readonly from?: string | null;
  readonly to?: string | null;
};
export type Capacity = {
  readonly commodityCode: string | null;
  readonly product?: string | null;
  readonly perYear: Quantity;
  readonly year: number;
  /** Ids of the other sites whose combined capacity this is; without this site's own. */
  readonly sharedWith: readonly string[];
};
export type MiningTitle = {
  readonly number: string;
  readonly type: string;
  readonly holderId?: string | null;
  readonly validFrom?: string | null;
  readonly validTo?: string | null;
  readonly areaHa?: string | null;
  readonly status?: string | null;
};
export type Inspection = {
  readonly number: string;
  readonly date: string;
  readonly result: string;
  readonly agency: string;
  readonly reportUrl?: string | null;
};
export type SiteRow = CommonRow & {
  readonly nationalId?: string | null;
  readonly otherIds?: readonly { readonly scheme: string; readonly value: string }[] | null;
  readonly name: LocalizedText | null;
  readonly type: string | null;
  readonly status: string | null;
  readonly statusAsOf?: string | null;
  readonly method?: string | null;
  readonly scale?: string | null;
  readonly location?: GeoPoint | null;
  readonly adm1?: string | null;
  readonly countryCode: string | null;
  readonly commodityCodes: readonly string[] | null;
  readonly depositId?: string | null;
  readonly operatorId?: string | null;
  readonly owners?: readonly Share[] | null;
  readonly capacities?: readonly Capacity[] | null;
  readonly titles?: readonly MiningTitle[] | null;
  readonly certification?: string | null;
  readonly inspections?: readonly Inspection[] | null;
  readonly published?: readonly PublishedWord[] | null;
};

export type Unfc = {
  readonly code: string;
  readonly class: string;
  readonly bridgedFrom?: string | null;
};
export type EstimateRow = CommonRow & {
  readonly countryCode: string | null;
  readonly level: string | null;
  readonly commodityCode: string | null;
  readonly depositId?: string | null;
  readonly unfc?: Unfc | null;
  readonly crirsco?: readonly string[] | null;
  readonly reportingCode: string | null;
  readonly tonnage?: Quantity | null;
  readonly grade?: Quantity | null;
  readonly contained?: Quantity | null;
  readonly effectiveDate: string | null;
  readonly edition: string | null;
  readonly competentPerson?: string | null;
  readonly published?: readonly PublishedWord[] | null;
};

export type ProductionRow = CommonRow & {
  readonly countryCode: string | null;
  readonly level: string | null;
  readonly siteId?: string | null;
  readonly commodityCode: string | null;
  readonly stage: string | null;
  readonly year: number | null;
  readonly quantity: Quantity | null;
  readonly value?: Money | null;
  readonly edition: string | null;
  readonly published?: readonly PublishedWord[] | null;
};

export type PolicyRate = {
  readonly percent?: string | null;
  readonly amount?: Money | null;
  readonly quota?: Quantity | null;
  readonly period?: string | null;
  readonly base?: string | null;
};
export type PolicyRow = CommonRow & {
  readonly title: LocalizedText | null;
  readonly type: string | null;
  readonly status: string | null;
  readonly jurisdictionCode: string | null;
  readonly officialNumber?: string | null;
  readonly adopted?: string | null;
  readonly inForceFrom?: string | null;
  readonly inForceTo?: string | null;
  readonly checkedAt?: string | null;
  readonly commodityCodes: readonly string[] | null;
  readonly hsCodes?: readonly string[] | null;
  readonly stages?: readonly string[] | null;
  readonly rates?: readonly PolicyRate[] | null;
  readonly abstract?: LocalizedText | null;
  readonly partyIds?: readonly string[] | null;
  readonly documents?: readonly PublicDocument[] | null;
  readonly repealedById?: string | null;
};

export type EventRow = CommonRow & {
  readonly name: LocalizedText | null;
  readonly startDate: string | null;
  readonly endDate?: string | null;
  readonly city?: string | null;
  readonly countryCode: string | null;
  readonly venue?: string | null;
  readonly status: string | null;
  readonly organizerIds?: readonly string[] | null;
  readonly outcomeIds?: readonly string[] | null;
  readonly url?: string | null;
  readonly documents?: readonly PublicDocument[] | null;
};

/** The owned types of the contract, each with its rows. */
export type RowsByType = {
  readonly Organisation: OrganisationRow;
  readonly Deposit: DepositRow;
  readonly Site: SiteRow;
  readonly ResourceEstimate: EstimateRow;
  readonly ProductionRecord: ProductionRow;
  readonly Policy: PolicyRow;
  readonly Event: EventRow;
};
export type OwnedType = keyof RowsByType;
export type Rows = { readonly [Type in OwnedType]?: readonly RowsByType[Type][] };
