import {
  comparePositions,
  type OrderBy,
  parsePosition,
  positionOf,
  writePosition,
} from '../../schema/index.ts';

export type SitesAsk = {
  readonly filter?: object | null;
  readonly orderBy?: readonly OrderBy[] | null;
  readonly first: number;
  readonly after?: string | null;
};

const TYPES = ['MINE', 'PROCESSING_PLANT', 'SMELTER', 'STOCKPILE'];
const STATUSES = ['OPERATING', 'NOT_OPERATING', 'CONSTRUCTION', 'UNKNOWN'];
const COMMODITIES = ['copper', 'cobalt', 'gold', 'manganese', 'phosphate-rock', 'tantalum'];
const PROVENANCE = {
  source: 'Made for measuring; describes no real site',
  method: 'SYNTHETIC',
  asOf: '2026',
  licence: 'CC0-1.0',
  synthetic: true,
};

/** So many made-up sites of a member, the same on every run. */
export const cannedSites = (member: string, count: number) =>
  Array.from({ length: count }, (_, index) => cannedSite(member, index + 1));
export type CannedSite = ReturnType<typeof cannedSite>;

function cannedSite(member: string, number: number) {
  const local = `b${String(number).padStart(4, '0')}`;
  return {
    __typename: 'Site',
    id: `${member}:site:${local}`,
    home: member,
    name: { en: `Synthetic site ${local}`, value: `Synthetic site ${local}` },
    type: TYPES[number % TYPES.length],
    status: STATUSES[number % STATUSES.length],
    scale: 'INDUSTRIAL',
    countryCode: member,
    commodityCodes: COMMODITIES.slice(number % 4, (number % 4) + 1 + (number % 3)),
    revision: 1,
    updatedAt: '2026-01-01T00:00:00Z',
    provenance: PROVENANCE,
  };
}

/** The page that a member gives of its sites. */
export function pageOf(sites: readonly CannedSite[], { filter, orderBy, first, after }: SitesAsk) {
  if (filter && Object.keys(filter).length > 0)
    throw new Error('Expected no filter, for canned members know none.');
  const order = orderBy ?? [];
  const compare = comparePositions(order);
  const start = parsePosition(after, order);
  const placed = sites
    .map((node) => ({ position: positionOf(node, order), node }))
    .sort((a, b) => compare(a.position, b.position))
    .filter(({ position }) => !start || compare(position, start) > 0);
  return {
    edges: placed
      .slice(0, first)
      .map(({ position, node }) => ({ cursor: writePosition(position), node })),
    pageInfo: { hasNextPage: placed.length > first },
    total: { count: sites.length, precision: 'EXACT' },
  };
}
