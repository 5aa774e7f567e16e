import { RETRIEVED_AT, type SourceNotice } from '../record.ts';

/** Each edition is a data release of its own. */
const EDITIONS: Readonly<Record<string, { readonly citation: string; readonly url: string }>> = {
  MCS2023: {
    citation:
      'National Minerals Information Center, 2023, U.S. Geological Survey Mineral Commodity Summaries 2023 Data Release: U.S. Geological Survey data release, https://doi.org/10.5066/P9WCYUI6.',
    url: 'https://doi.org/10.5066/P9WCYUI6',
  },
  MCS2024: {
    citation:
      'National Minerals Information Center, 2024, U.S. Geological Survey Mineral Commodity Summaries 2024 Data Release: U.S. Geological Survey data release, https://doi.org/10.5066/P144BA54.',
    url: 'https://doi.org/10.5066/P144BA54',
  },
  MCS2026: {
    citation:
      'National Minerals Information Center, 2026, Mineral Commodity Summaries 2026 Data Release: U.S. Geological Survey data release, https://doi.org/10.5066/P1WKQ63T. Cobalt, lithium and rare earths only.',
    url: 'https://doi.org/10.5066/P1WKQ63T',
  },
};

export function citationOf(edition: string): { readonly citation: string; readonly url: string } {
  const known = EDITIONS[edition];
  if (known) return known;
  throw new Error(
    `Expected one of the editions ${Object.keys(EDITIONS).join(', ')}, got "${edition}"; add it to usgs-mcs/notice.ts.`,
  );
}

export const NOTICE: SourceNotice = {
  source: 'USGS, Mineral Commodity Summaries',
  publisher: 'U.S. Geological Survey, National Minerals Information Center',
  citation: Object.values(EDITIONS)
    .map(({ citation }) => citation)
    .join(' '),
  url: 'https://www.usgs.gov/centers/national-minerals-information-center/mineral-commodity-summaries',
  licence: 'US-PD',
  attribution:
    'U.S. Geological Survey, Mineral Commodity Summaries. Public domain in the United States.',
  retrievedAt: RETRIEVED_AT,
};
