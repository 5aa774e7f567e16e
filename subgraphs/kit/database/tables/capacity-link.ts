import { createHash } from 'node:crypto';
import type { Capacity, SiteRow } from '../../rows.ts';
import type { SqlValue } from '../sql.ts';
import { CODE, WORD } from './field.ts';
import type { Link } from './table.ts';

/** A row per capacity of a site. `sharing` is alike in all that speak of one capacity, so that it counts once. */
export const capacityLink: Link<'Site'> = {
  table: 'site_capacity',
  columns: [
    { kind: 'whole', name: 'place' },
    { kind: 'key', name: 'sharing', bytesMax: 160 },
    ...WORD('commodityCode').columns,
    { kind: 'whole', name: 'year' },
    ...WORD('value').columns,
    ...CODE('unit').columns,
    ...WORD('basis').columns,
    ...CODE('flag').columns,
  ],
  rowsOf: (site) => (site.capacities ?? []).map((capacity, place) => rowOf(site, capacity, place)),
};

function rowOf(site: SiteRow, capacity: Capacity, place: number): readonly SqlValue[] {
  const { commodityCode, year, perYear } = capacity;
  const { value, unit, basis, flag } = perYear;
  return [place, sharingOf(site, capacity, place), commodityCode, year, value, unit, basis, flag];
}

function sharingOf({ id }: SiteRow, capacity: Capacity, place: number): string {
  const { commodityCode, product = null, year, sharedWith } = capacity;
  const sites = [...new Set([id, ...sharedWith])].sort();
  if (sites.length === 1) return `${id}#${place}`;
  const name = JSON.stringify([commodityCode, product, year, sites]);
  return createHash('sha256').update(name).digest('hex');
}
