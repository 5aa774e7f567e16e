import { ALL_ANSWERED, page } from './answer.ts';
import { SOURCE } from './facilities.ts';
import { byBytes } from './order.ts';
import type { Ground, Sources } from './sources.ts';

/** Before anybody has measured what is there, a project is a prospect. */
const PROSPECTED = ['Exploration', 'Placer'];

/** Deposits and projects bear one kind of id. */
export const groundId = ({ country, usgsId }: Ground): string => `${country}:deposit:${usgsId}`;

export function undeveloped({ deposits, projects }: Sources) {
  const prospects = projects.filter(({ status }) => PROSPECTED.includes(status ?? ''));
  const found = [...deposits, ...prospects]
    .filter(({ commodities }) =>
      commodities.some(({ cgi }) => cgi === 'graphite' || cgi === 'rare-earth-element'),
    )
    .toSorted(byBytes(groundId));
  return {
    deposits: {
      total: { count: found.length, precision: 'EXACT' },
      edges: page(found).map((each) => ({ node: shown(each) })),
      coverage: ALL_ANSWERED,
    },
  };
}

/** The source does not say which sites work a deposit. */
const shown = ({ name, country, lat, lon, depositType }: Ground) => ({
  name: { value: name },
  countryCode: country,
  location: { lat, lon, precision: 'EXACT' },
  depositType: depositType ?? null,
  sites: { nodes: [] },
  provenance: { source: SOURCE, confidence: 'MODERATE' },
});
