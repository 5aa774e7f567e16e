import type {
  Capacity,
  CommonRow,
  GeoPoint,
  Quantity,
  Redaction,
} from '../../../subgraphs/kit/rows.ts';
import type { Chance } from '../chance.ts';
import { orNull, type Setting } from './setting.ts';

/** CGI codes, and one that no vocabulary holds. */
export const COMMODITIES: readonly [string, ...string[]] = [
  'cobalt',
  'copper',
  'gold',
  'phosphate-rock',
  'graphite',
  'no-such-commodity',
];

/** Numbers that a binary float or a 64-bit integer cannot hold, one number written in two ways, and zero. */
export const NUMBERS: readonly string[] = [
  '10',
  '20',
  '20.5',
  '300',
  '0.1',
  '0.2',
  '0.3',
  '1.5',
  '1.50',
  '0',
  '0.000',
  '-3.25',
  '1500',
  '0.0015',
  '9007199254740993',
  '9007199254740992',
  '9007199254740993.1',
  '18446744073709551617',
  '12345678901234567890123.000000000000000001',
];
const BASES: readonly [string | null, ...(string | null)[]] = [
  'metal content',
  'Metal content',
  'gross weight',
  null,
];
const ALL_UNITS = ['KILOGRAM', 'KILOTONNE', 'MEGATONNE', 'CARAT', 'TROY_OUNCE'] as const;

/** The first of the values in most cases, so that figures of several members have one key and are added. */
export const mostly = <Value>(chance: Chance, values: readonly [Value, ...Value[]]): Value =>
  chance.happens(0.65) ? values[0] : chance.oneOf(values);

export function quantity(chance: Chance): Quantity {
  const unit = mostly<Quantity['unit']>(chance, ['TONNE', ...ALL_UNITS]);
  const basis = mostly(chance, BASES);
  const flag = chance.oneOf([
    'EXACT',
    'EXACT',
    'ROUNDED',
    'ESTIMATED',
    'LESS_THAN',
    'GREATER_THAN',
  ] as const);
  if (chance.happens(0.15))
    return { value: null, unit, basis, flag: chance.oneOf(['WITHHELD', 'NOT_AVAILABLE']) };
  return { value: chance.oneOf(NUMBERS), unit, basis, flag };
}

export const share = (chance: Chance): Quantity => ({
  value: chance.oneOf(['31.5', '29', '0.35']),
  unit: chance.oneOf(['PERCENT', 'GRAM_PER_TONNE']),
  basis: orNull(chance, 'P2O5'),
  flag: 'EXACT',
});

/** Places on the edges of the boxes that questions ask for, and on both sides of the antimeridian. */
export const place = (chance: Chance): GeoPoint => ({
  lat: chance.oneOf([-13.5, -13.49, -10, 0, 5.25, 31.7917]),
  lon: chance.oneOf([25, 24.99, 29.5, -17.25, 179.5, -179.5, 180, -180]),
  precision: chance.oneOf(['EXACT', 'ROUNDED', 'ADM1', 'COUNTRY']),
});

/** Instants with microseconds, which a `Date` would drop. */
export const INSTANTS: readonly string[] = [
  '2026-02-01T00:00:00.000000Z',
  '2026-02-01T00:00:00.000001Z',
  '2026-02-01T00:00:00.000002Z',
  '2026-03-11T10:00:00.500000Z',
  '2026-03-11T10:00:00.500001Z',
];

export function common({ chance, member }: Setting, id: string): CommonRow {
  return {
    id,
    home: member.code,
    revision: 1,
    updatedAt: chance.oneOf(INSTANTS),
    provenance: {
      source: `${member.code} register`,
      publisher: orNull(chance, `${member.code} survey`),
      method: 'SYNTHETIC',
      asOf: chance.oneOf(['2025', '2025-02', '2025-02-21']),
      licence: 'CC-BY-4.0',
      confidence: orNull(chance, chance.oneOf(['HIGH', 'LOW'])),
      synthetic: true,
    },
    governance: orNull(chance, { classification: 'PUBLIC', redactions: redactions(chance) }),
  };
}

const redactions = (chance: Chance): readonly Redaction[] =>
  chance.someOf(
    [
      { path: 'owners.percent', reason: 'COMMERCIAL', until: '2030-01-01T00:00:00Z' },
      { path: 'nationalId', reason: 'PERSONAL_DATA' },
    ],
    chance.below(3),
  );

export const codes = (chance: Chance): readonly string[] | null =>
  orNull(chance, chance.someOf(COMMODITIES, 3));

/** Capacities that several of a member's sites share: each of them names the others. */
export function sharedCapacities(
  chance: Chance,
  siteIds: readonly string[],
): ReadonlyMap<string, readonly Capacity[]> {
  const found = new Map<string, readonly Capacity[]>();
  for (let group = 0; group < siteIds.length / 4; group += 1) {
    const members = chance.shuffled(siteIds).slice(0, 2 + chance.below(3));
    const capacity = capacityOf(chance, `line ${group}`);
    for (const id of members) {
      const sharedWith = members.filter((each) => each !== id);
      found.set(id, [...(found.get(id) ?? []), { ...capacity, sharedWith }]);
    }
  }
  return found;
}

export const capacityOf = (chance: Chance, product: string | null): Capacity => ({
  commodityCode: orNull(chance, mostly(chance, COMMODITIES)),
  product,
  perYear: quantity(chance),
  year: mostly(chance, [2024, 2018, 2025]),
  sharedWith: [],
});
