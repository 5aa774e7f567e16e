import fc from 'fast-check';
import type {
  CommonRow,
  DepositRow,
  EstimateRow,
  EventRow,
  OrganisationRow,
  PolicyRow,
  ProductionRow,
  Quantity,
  Rows,
  SiteRow,
} from '../../../../subgraphs/kit/rows.ts';
import { anyName, anyNumber, anyText, orNull } from './any-text.ts';
import { deposit, estimate, event, organisation, policy, production, site } from './records.ts';

const WORDS = {
  commodity: ['cobalt', 'copper', 'Copper', 'copper ', 'gold'],
  country: ['MA', 'CD', 'ZM'],
  lei: ['LEI-A', 'lei-a', 'LEI-B'],
} as const;

export const anyInstant = fc.constantFrom(
  '2026-02-01T00:00:00Z',
  '2026-02-01T00:00:00.000Z',
  '2026-02-01T01:00:00+01:00',
  '2026-01-31T23:00:00.5-01:00',
  '2026-02-01T00:00:00.000001Z',
  '2026-03-01T00:00:00Z',
);
export const anyDate = fc.constantFrom(
  '2024',
  '2025',
  '2025-02',
  '2025-02-14',
  '2025-02-15',
  '2025-07',
  '2025-12-31',
);

const quantity: fc.Arbitrary<Quantity> = fc
  .record({
    value: orNull(anyNumber),
    unit: fc.constantFrom('KILOGRAM', 'TONNE', 'KILOTONNE', 'CARAT'),
    basis: orNull(fc.constantFrom('metal content', 'Metal content', 'metal content ', '')),
    flag: fc.constantFrom('EXACT', 'ROUNDED', 'ESTIMATED', 'LESS_THAN', 'GREATER_THAN'),
  })
  .map((each) => (each.value === null ? { ...each, flag: 'WITHHELD' } : each) as Quantity);

const point = fc.record({
  lat: fc.constantFrom(-90, -12.5, 0, 0.1, 31.7917, 90),
  lon: fc.constantFrom(-180, -179.5, -6.9, 0.30000000000000004, 25.5, 180),
  precision: fc.constantFrom('EXACT', 'ADM1'),
});
const codes = orNull(fc.uniqueArray(fc.constantFrom(...WORDS.commodity), { maxLength: 3 }));
const country = orNull(fc.constantFrom(...WORDS.country));
const published = orNull(
  fc.constantFrom(
    [{ field: 'commodityCode', word: 'Blister' }],
    [
      { field: 'stage', word: 'Mine' },
      { field: 'commodityCode', word: 'blister' },
    ],
  ),
);
const edition = orNull(fc.constantFrom('MCS2023', 'MCS2024', 'mcs2023', 'MCS2024 '));

/** Ids that a case-blind or a padding database would take for one another. */
const idOf = (kind: string, place: number) =>
  `MA:${kind}:${['a', 'A', 'b.', 'b-', 'B_'][place % 5]}${place}`;
const reference = (kind: string, most: number) =>
  orNull(fc.nat({ max: most }).map((place) => idOf(kind, place)));

function many<Row extends CommonRow>(
  kind: string,
  parts: fc.Arbitrary<Partial<Row>>,
  make: (row: Partial<Row> & { readonly id: string }) => Row,
): fc.Arbitrary<readonly Row[]> {
  const one = fc.tuple(parts, anyInstant);
  return fc
    .array(one, { minLength: 5, maxLength: 25, size: 'max' })
    .map((all) =>
      all.map(([part, updatedAt], place) => make({ ...part, updatedAt, id: idOf(kind, place) })),
    );
}

const organisations = many<OrganisationRow>(
  'org',
  fc.record({
    name: anyName,
    countryCode: country,
    type: orNull(fc.constantFrom('COMPANY', 'MINISTRY')),
    lei: orNull(fc.constantFrom(...WORDS.lei)),
  }),
  organisation,
);
const deposits = many<DepositRow>(
  'deposit',
  fc.record({
    name: anyName,
    countryCode: country,
    type: orNull(fc.constantFrom('DEPOSIT', 'PROSPECT')),
    location: orNull(point),
    commodityCodes: codes,
  }),
  deposit,
);
const capacities = orNull(
  fc.array(
    fc.record({
      commodityCode: orNull(fc.constantFrom(...WORDS.commodity)),
      product: orNull(fc.constantFrom('cathode', 'acid')),
      perYear: quantity,
      year: fc.constantFrom(2024, 2025),
      sharedWith: fc.constant([]),
    }),
    { maxLength: 2 },
  ),
);
const sites = many<SiteRow>(
  'site',
  fc.record({
    name: anyName,
    nationalId: orNull(anyText),
    countryCode: country,
    type: orNull(fc.constantFrom('MINE', 'SMELTER')),
    status: orNull(fc.constantFrom('OPERATING', 'CLOSED')),
    scale: orNull(fc.constantFrom('INDUSTRIAL', 'ARTISANAL_SMALL_SCALE')),
    certification: orNull(fc.constantFrom('GREEN', 'RED')),
    location: orNull(point),
    commodityCodes: codes,
    depositId: reference('deposit', 6),
    operatorId: reference('org', 6),
    capacities,
  }),
  site,
);
const estimates = many<EstimateRow>(
  'estimate',
  fc.record({
    countryCode: country,
    level: orNull(fc.constantFrom('COUNTRY', 'SITE')),
    commodityCode: orNull(fc.constantFrom(...WORDS.commodity)),
    depositId: reference('deposit', 3),
    unfc: orNull(
      fc.constantFrom(
        { code: 'E1;F1;G1', class: 'VIABLE', bridgedFrom: null },
        { code: 'E3;F3;G4', class: 'PROSPECTIVE', bridgedFrom: 'CRIRSCO' },
      ),
    ),
    crirsco: orNull(fc.constantFrom(['PROVED', 'PROBABLE'], ['PROVED'], [])),
    reportingCode: orNull(fc.constantFrom('JORC', 'USGS_MCS')),
    contained: orNull(quantity),
    effectiveDate: orNull(anyDate),
    edition,
    published,
  }),
  estimate,
);
const figures = many<ProductionRow>(
  'production',
  fc.record({
    countryCode: country,
    level: orNull(fc.constantFrom('COUNTRY', 'SITE')),
    siteId: reference('site', 3),
    commodityCode: orNull(fc.constantFrom(...WORDS.commodity)),
    stage: orNull(fc.constantFrom('MINE', 'REFINERY')),
    year: orNull(fc.constantFrom(1999, 2023, 2024)),
    quantity: orNull(quantity),
    edition,
    published,
  }),
  production,
);
const policies = many<PolicyRow>(
  'policy',
  fc.record({
    title: anyName,
    type: orNull(fc.constantFrom('ROYALTY', 'TAX')),
    status: orNull(fc.constantFrom('IN_FORCE', 'REPEALED')),
    jurisdictionCode: country,
    inForceFrom: orNull(anyDate),
    inForceTo: orNull(anyDate),
    commodityCodes: codes,
  }),
  policy,
);
const events = many<EventRow>(
  'event',
  fc.record({
    name: anyName,
    city: orNull(anyText),
    countryCode: country,
    status: orNull(fc.constantFrom('HELD', 'SCHEDULED')),
    startDate: orNull(anyDate),
    endDate: orNull(anyDate),
  }),
  event,
);

/** A member's records, with much that is alike and much that is nothing. */
export const anyRows: fc.Arbitrary<Rows> = fc.record({
  Organisation: organisations,
  Deposit: deposits,
  Site: sites.map(sharing),
  ResourceEstimate: estimates,
  ProductionRecord: figures,
  Policy: policies,
  Event: events,
});

/** Three sites in a row share a capacity, and each of them says so. */
function sharing(sitesAlone: readonly SiteRow[]): readonly SiteRow[] {
  return sitesAlone.map((each, place) => {
    const group = sitesAlone.slice(place - (place % 3), place - (place % 3) + 3);
    const first = group[0]?.capacities?.[0];
    if (!first || place % 2 === 1) return each;
    const sharedWith = group
      .filter((_, i) => (place - (place % 3) + i) % 2 === 0)
      .map(({ id }) => id)
      .filter((id) => id !== each.id);
    return {
      ...each,
      capacities: [...(each.capacities ?? []), { ...first, product: 'shared', sharedWith }],
    };
  });
}
