import fc from 'fast-check';
import type { Aggregate, OwnList, ParentKind } from '../../../../subgraphs/kit/repository.ts';
import type { OwnedType } from '../../../../subgraphs/kit/rows.ts';
import { anyDate, anyInstant } from './any-records.ts';
import { anyText } from './any-text.ts';

const some = (...words: readonly string[]) =>
  fc.uniqueArray(fc.constantFrom(...words), { maxLength: 2 });
const day = fc.oneof(
  fc.constantFrom(
    '2025-01-01',
    '2025-01-31',
    '2025-02-01',
    '2025-02-15',
    '2025-07-15',
    '2025-08-01',
    '2026-01-01',
  ),
  anyDate.filter((date) => date.length === 10),
);
const year = fc.constantFrom(1998, 1999, 2023, 2024, null);
const box = fc.record({
  south: fc.constantFrom(-90, -12.5, 0),
  north: fc.constantFrom(0, 31.7917, 90),
  west: fc.constantFrom(-180, -6.9, 179),
  east: fc.constantFrom(-179.5, 0.30000000000000004, 180),
});

const everywhere = {
  owners: fc.constantFrom(['MA'], ['MA', 'CD'], ['CD'], []),
  countries: some('MA', 'CD', 'ma'),
  updatedSince: anyInstant,
};
const named = { text: fc.oneof(anyText, fc.constantFrom('o', 'KOLWEZI', 'z', '%')) };
const ofCommodities = { commodities: some('copper', 'Copper', 'gold') };

const FILTERS: Readonly<Record<OwnedType, Readonly<Record<string, fc.Arbitrary<unknown>>>>> = {
  Organisation: { ...everywhere, ...named, types: some('COMPANY', 'MINISTRY') },
  Deposit: {
    ...everywhere,
    ...named,
    ...ofCommodities,
    types: some('DEPOSIT', 'PROSPECT'),
    bbox: box,
  },
  Site: {
    ...everywhere,
    ...named,
    ...ofCommodities,
    types: some('MINE', 'SMELTER'),
    statuses: some('OPERATING', 'CLOSED'),
    scales: some('INDUSTRIAL'),
    certifications: some('GREEN', 'RED'),
    bbox: box,
  },
  ResourceEstimate: {
    ...everywhere,
    ...ofCommodities,
    levels: some('SITE', 'COUNTRY'),
    unfcClasses: some('VIABLE', 'PROSPECTIVE'),
    crirsco: some('PROVED', 'PROBABLE', 'INFERRED'),
    codes: some('JORC', 'USGS_MCS'),
    allEditions: fc.boolean(),
  },
  ProductionRecord: {
    ...everywhere,
    ...ofCommodities,
    levels: some('SITE', 'COUNTRY'),
    stages: some('MINE', 'REFINERY'),
    years: fc.record({ from: year, to: year }),
    allEditions: fc.boolean(),
  },
  Policy: {
    ...everywhere,
    ...named,
    ...ofCommodities,
    types: some('ROYALTY', 'TAX'),
    statuses: some('IN_FORCE'),
    inForceOn: day,
  },
  Event: { ...everywhere, ...named, statuses: some('HELD'), from: day, to: day },
};

const ORDERS: Readonly<Record<OwnedType, readonly string[]>> = {
  Organisation: ['NAME', 'COUNTRY', 'UPDATED_AT'],
  Deposit: ['NAME', 'COUNTRY', 'TYPE', 'UPDATED_AT'],
  Site: ['NAME', 'COUNTRY', 'TYPE', 'STATUS', 'UPDATED_AT'],
  ResourceEstimate: ['COUNTRY', 'COMMODITY', 'EFFECTIVE_DATE', 'CONTAINED', 'UPDATED_AT'],
  ProductionRecord: ['COUNTRY', 'COMMODITY', 'YEAR', 'QUANTITY', 'UPDATED_AT'],
  Policy: ['TITLE', 'JURISDICTION', 'TYPE', 'IN_FORCE_FROM', 'UPDATED_AT'],
  Event: ['NAME', 'COUNTRY', 'START_DATE', 'UPDATED_AT'],
};
export const TYPES = Object.keys(ORDERS) as readonly OwnedType[];

/** Most filters ask little, so that they leave something to order. */
export const anyFilter = (type: OwnedType): fc.Arbitrary<Readonly<Record<string, unknown>>> =>
  fc
    .tuple(
      fc.record(FILTERS[type]),
      fc.uniqueArray(fc.constantFrom(...Object.keys(FILTERS[type])), { maxLength: 2 }),
    )
    .map(([filter, names]) => Object.fromEntries(names.map((name) => [name, filter[name]])));

const anyOrder = (type: OwnedType) =>
  fc.array(
    fc.record({
      field: fc.constantFrom(...ORDERS[type]),
      direction: fc.constantFrom('ASC' as const, 'DESC' as const),
    }),
    { maxLength: 2 },
  );

const anyType = fc.constantFrom(...TYPES);
const first = fc.constantFrom(1, 2, 3, 7, 50);

export const anyListAsk = anyType.chain((type) =>
  fc.record({ type: fc.constant(type), filter: anyFilter(type), orderBy: anyOrder(type), first }),
);

const LISTS: Readonly<Record<ParentKind, readonly OwnedType[]>> = {
  country: ['Site', 'Deposit', 'ResourceEstimate', 'ProductionRecord', 'Policy', 'Event'],
  commodity: ['Site', 'Deposit', 'ResourceEstimate', 'ProductionRecord', 'Policy'],
  company: ['Organisation', 'Site'],
};
const PARENTS: Readonly<Record<ParentKind, readonly string[]>> = {
  country: ['MA', 'CD', 'ma', 'ZZ'],
  commodity: ['copper', 'Copper', 'copper ', 'gold', 'tin'],
  company: ['LEI-A', 'lei-a', 'LEI-B', 'LEI-C'],
};
export const anyAskUnder = fc
  .constantFrom<ParentKind>('country', 'commodity', 'company')
  .chain((parent) =>
    fc.constantFrom(...LISTS[parent]).chain((type) =>
      fc.record({
        type: fc.constant(type),
        parent: fc.constant(parent),
        parents: fc.uniqueArray(fc.constantFrom(...PARENTS[parent]), { minLength: 1 }),
        filter: anyFilter(type),
        orderBy: anyOrder(type),
        first,
      }),
    ),
  );

export const anyOwnList = fc.constantFrom<OwnList>(
  { type: 'Site', by: 'operatorId' },
  { type: 'Site', by: 'depositId' },
  { type: 'ResourceEstimate', by: 'depositId' },
  { type: 'ProductionRecord', by: 'siteId' },
);

const BY: Readonly<Record<Aggregate, readonly [OwnedType, ...string[]]>> = {
  productionTotals: ['ProductionRecord', 'COUNTRY'],
  estimateTotals: ['ResourceEstimate', 'COUNTRY'],
  capacityTotals: ['Site', 'COUNTRY'],
  siteCounts: ['Site', 'COUNTRY', 'TYPE', 'STATUS', 'SCALE', 'CERTIFICATION', 'COMMODITY'],
  policyCounts: ['Policy', 'JURISDICTION', 'TYPE', 'STATUS', 'COMMODITY'],
};
export const anyAggregate = fc
  .constantFrom(...(Object.keys(BY) as readonly Aggregate[]))
  .chain((which) => {
    const [type, ...dimensions] = BY[which];
    return fc.record({
      which: fc.constant(which),
      type: fc.constant(type),
      filter: anyFilter(type),
      by: fc.subarray(dimensions),
    });
  });
