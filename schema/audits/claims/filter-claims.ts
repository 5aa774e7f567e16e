import type { Module } from '../../index.ts';
import type { Asking } from '../asking.ts';
import { type Claim, keptUnless, MUST, notApplicable, type Seen } from '../claim.ts';
import { filterFaults, hasFilter } from '../filter-faults.ts';
import { ownRows, shows, TRIED } from '../own-rows/index.ts';

/** A field of filters: in which lists, and what it chooses by. */
type Filtering = readonly [field: string, module: Module | null, chooses: string, remedy: string];

const ANY_OF =
  'Give the records whose value is one of the list, and no others; compare whole values, case and all.';

/** Each value is tried on the member's own rows: it gives all that it chooses, and nothing else. */
const FILTERS: readonly Filtering[] = [
  [
    'owners',
    null,
    'the members that are named in their ids',
    'Give all where your own code is in the list, and none where it is not.',
  ],
  ['countries', null, 'any of these countries (of policies: their jurisdiction)', ANY_OF],
  ['commodities', null, 'any of these commodities', ANY_OF],
  ['types', null, 'any of these kinds', ANY_OF],
  ['statuses', null, 'any of these states', ANY_OF],
  ['scales', 'MINERALS', 'any of these scales', ANY_OF],
  ['certifications', 'MINERALS', 'any of these certifications', ANY_OF],
  ['levels', 'MINERALS', 'any of these levels', ANY_OF],
  ['stages', 'MINERALS', 'any of these stages', ANY_OF],
  ['codes', 'MINERALS', 'any of these reporting codes', ANY_OF],
  ['unfcClasses', 'MINERALS', 'any of these UNFC classes', ANY_OF],
  ['crirsco', 'MINERALS', 'any of these CRIRSCO categories', ANY_OF],
  [
    'years',
    'MINERALS',
    'these years, both ends included',
    'Compare with >= and <=; an end that is null is open, and a figure without a year lies in no years.',
  ],
  [
    'bbox',
    'MINERALS',
    'their place in this box, edges included, also where the box goes across the antimeridian',
    'Where west exceeds east, a place is inside when its longitude is at least west OR at most east.',
  ],
  [
    'text',
    null,
    'a name that holds this text, without regard to accents and the case of A to Z',
    'Compare order keys (`schema/order-key-vectors.json`), and let no sign be a wildcard: INSTR, not LIKE.',
  ],
  [
    'updatedSince',
    null,
    'a change at this instant or later',
    'Compare instants with >=, with all the digits of their seconds.',
  ],
  [
    'inForceOn',
    'POLICIES',
    'being in force on this day: from the first day of `inForceFrom` on, up to before the first day of `inForceTo`',
    'A date of reduced precision begins on its first day; the end is exclusive.',
  ],
  [
    'from',
    'EVENTS',
    'not being over before this day',
    'An event ends on the last day that `endDate` may mean, or `startDate` where there is no end.',
  ],
  [
    'to',
    'EVENTS',
    'having begun by this day',
    'An event begins on the first day that `startDate` may mean.',
  ],
];

export const FILTER_CLAIMS: readonly Claim[] = FILTERS.map(([field, module, chooses, remedy]) => ({
  ...MUST,
  id: `FILTER_${capitals(field)}`,
  module,
  sentence: `The filter \`${field}\` chooses by ${chooses}: every such record, and no other.`,
  remedy,
  check: (asking) => seen(asking, field),
}));

function capitals(field: string): string {
  return field.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase();
}

async function seen(asking: Asking, field: string): Promise<Seen> {
  const filtered = asking.lists.filter((list) => hasFilter(asking, list, field));
  const tries = await Promise.all(filtered.map((list) => faultsOf(asking, list, field)));
  const count = tries.reduce((sum, each) => sum + each.tried, 0);
  if (count === 0) return notApplicable(`It has no records that \`${field}\` could choose by.`);
  const faults = tries.flatMap((each) => each.faults);
  return keptUnless(faults, `${count} values of \`${field}\` chose what they should.`);
}

async function faultsOf(asking: Asking, list: Asking['lists'][number], field: string) {
  const own = await ownRows(asking, list);
  const seenRows = own.rows.filter((row) => shows(row, []));
  const values = TRIED[field]?.(seenRows, asking.member.code) ?? [];
  const faults = await Promise.all(
    values.map((value) => filterFaults(asking, own, { [field]: value })),
  );
  return { tried: seenRows.length === 0 ? 0 : values.length, faults: faults.flat() };
}
