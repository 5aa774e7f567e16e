import type { OwnedType } from '../../rows.ts';
import {
  among,
  amongMany,
  type Condition,
  holdsText,
  insideBox,
  insideYears,
  updatedSince,
} from './condition.ts';
import { begunBy, inForceOn, notOverBefore } from './partial-dates.ts';

const everywhere = { owners: among('home'), updatedSince };

/** Each field of the contract's filters with what it asks; `allEditions` stands beside them, for it asks the less. */
export const CONDITIONS: Readonly<Record<OwnedType, Readonly<Record<string, Condition>>>> = {
  Organisation: {
    ...everywhere,
    countries: among('countryCode'),
    types: among('type'),
    text: holdsText('nameKey'),
  },
  Deposit: {
    ...everywhere,
    countries: among('countryCode'),
    commodities: amongMany('deposit_commodity', 'commodityCode'),
    types: among('type'),
    bbox: insideBox,
    text: holdsText('nameKey'),
  },
  Site: {
    ...everywhere,
    countries: among('countryCode'),
    commodities: amongMany('site_commodity', 'commodityCode'),
    types: among('type'),
    statuses: among('status'),
    scales: among('scale'),
    certifications: among('certification'),
    bbox: insideBox,
    text: holdsText('nameKey'),
  },
  ResourceEstimate: {
    ...everywhere,
    countries: among('countryCode'),
    commodities: among('commodityCode'),
    levels: among('level'),
    unfcClasses: among('unfcClass'),
    crirsco: amongMany('resource_estimate_crirsco', 'category'),
    codes: among('reportingCode'),
  },
  ProductionRecord: {
    ...everywhere,
    countries: among('countryCode'),
    commodities: among('commodityCode'),
    levels: among('level'),
    stages: among('stage'),
    years: insideYears,
  },
  Policy: {
    ...everywhere,
    countries: among('jurisdictionCode'),
    commodities: amongMany('policy_commodity', 'commodityCode'),
    types: among('type'),
    statuses: among('status'),
    inForceOn,
    text: holdsText('titleKey'),
  },
  Event: {
    ...everywhere,
    countries: among('countryCode'),
    from: notOverBefore,
    to: begunBy,
    statuses: among('status'),
    text: holdsText('nameKey'),
  },
};
