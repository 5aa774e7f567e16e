import { ALL_ANSWERED, decimal } from './answer.ts';
import { byBytes } from './order.ts';
import type { Figure, Sources } from './sources.ts';

/** Units as the source writes them. */
const UNITS: Readonly<Record<string, string>> = { t: 'TONNE', kt: 'KILOTONNE' };
/** Each edition is a data release with a DOI of its own. */
const RELEASES: Readonly<Record<string, string>> = {
  MCS2023: 'https://doi.org/10.5066/P9WCYUI6',
  MCS2024: 'https://doi.org/10.5066/P144BA54',
};
const SOURCE = 'USGS, Mineral Commodity Summaries';

type Chosen = {
  readonly commodity: string;
  readonly statistic: 'PRODUCTION' | 'RESERVES';
  readonly countries?: readonly string[];
};

const chosen = (
  { figures }: Pick<Sources, 'figures'>,
  { commodity, statistic, countries }: Chosen,
): readonly Figure[] =>
  figures.filter(
    (each) =>
      each.commodity === commodity &&
      each.statistic === statistic &&
      (countries?.includes(each.country) ?? true),
  );

/** Of each figure the newest edition: output has one figure a year, reserves have one a country. */
const newest = (figures: readonly Figure[]): readonly Figure[] =>
  figures.filter((each) => !figures.some((other) => replaces(other, each)));

const replaces = (other: Figure, each: Figure): boolean =>
  other.country === each.country &&
  other.edition > each.edition &&
  (each.statistic === 'RESERVES' || other.year === each.year);

/** In order of ids, which hold country, year and edition in this order. */
const inOrder = (figures: readonly Figure[]): readonly Figure[] =>
  figures.toSorted(byBytes(({ country, year, edition }) => `${country} ${year} ${edition}`));

const flagOf = ({ flag, estimated }: Figure): string => {
  if (flag) return { W: 'WITHHELD', NA: 'NOT_AVAILABLE', XX: 'NOT_AVAILABLE' }[flag] ?? 'EXACT';
  return estimated === 'True' ? 'ESTIMATED' : 'EXACT';
};

export function cobaltReserves(sources: Sources) {
  const reserves = newest(chosen(sources, { commodity: 'Cobalt', statistic: 'RESERVES' }));
  return {
    estimates: {
      edges: reserves
        .toSorted((a, b) => Number(b.valueTonnes) - Number(a.valueTonnes))
        .map((figure) => ({ node: reserve(figure) })),
      coverage: ALL_ANSWERED,
    },
  };
}

/** The source classifies by neither UNFC nor CRIRSCO. All its cobalt is metal content. */
const reserve = (figure: Figure) => ({
  countryCode: figure.country,
  unfc: null,
  crirsco: null,
  reportingCode: 'USGS_MCS',
  contained: {
    value: decimal(figure.value),
    unit: UNITS[figure.unit],
    basis: 'metal content',
    flag: flagOf(figure),
  },
  effectiveDate: figure.year,
  provenance: {
    source: SOURCE,
    asOf: figure.year,
    confidence: figure.estimated === 'True' ? 'MODERATE' : 'HIGH',
    licence: 'US-PD',
    synthetic: false,
  },
});

const SEVEN = ['MA', 'TN', 'DZ', 'EG', 'SN', 'TG', 'ZA'];

export function phosphateSeries(sources: Sources) {
  const commodity = 'Phosphate rock';
  const figures = newest(
    chosen(sources, { commodity, statistic: 'PRODUCTION', countries: SEVEN }),
  ).toSorted(byBytes(({ year, country }) => `${year} ${country}`));
  return {
    production: {
      edges: figures.map((figure) => ({
        node: {
          countryCode: figure.country,
          year: Number(figure.year),
          quantity: { in: decimal(figure.valueTonnes), flag: flagOf(figure), basis: null },
          edition: figure.edition,
        },
      })),
      coverage: ALL_ANSWERED,
    },
    productionTotals: {
      rows: figures.map(sumOfOne),
      coverage: { answered: SEVEN.toSorted(), complete: true },
    },
  };
}

/** A country's sum of a year is its one figure, in the source's unit. */
const sumOfOne = (figure: Figure) => ({
  countryCode: figure.country,
  year: Number(figure.year),
  stage: 'MINE',
  level: 'COUNTRY',
  unit: UNITS[figure.unit],
  basis: null,
  parts: { sum: decimal(figure.value), precision: 'EXACT', count: 1, withheld: 0 },
});

export function editionsOfCobalt(sources: Sources) {
  const countries = ['CD'];
  const all = chosen(sources, { commodity: 'Cobalt', statistic: 'PRODUCTION', countries });
  return {
    production: {
      edges: inOrder(all.filter(({ year }) => year === '2022')).map((figure) => ({
        node: {
          edition: figure.edition,
          quantity: {
            value: decimal(figure.value),
            unit: UNITS[figure.unit],
            flag: flagOf(figure),
          },
          provenance: {
            url: RELEASES[figure.edition],
            retrievedAt: `${sources.collectedOn}T00:00:00Z`,
          },
        },
      })),
    },
  };
}

/** Withheld or not available is a flag without a value. */
export function goldFigures(sources: Sources) {
  const figures = newest(chosen(sources, { commodity: 'Gold', statistic: 'PRODUCTION' }));
  return {
    edges: inOrder(figures).map((figure) => ({
      node: {
        countryCode: figure.country,
        year: Number(figure.year),
        quantity: {
          flag: flagOf(figure),
          value: figure.flag ? null : decimal(figure.value),
        },
        governance: { classification: 'PUBLIC', embargoUntil: null, redactions: [] },
      },
    })),
  };
}
