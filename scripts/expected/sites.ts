import { ALL_ANSWERED, decimal, page, SEALED } from './answer.ts';
import { codesOf, kindOf, SOURCE, sitesOf, stateOf } from './facilities.ts';
import { byBytes, unique } from './order.ts';
import { partyOf } from './parties.ts';
import type { Commodity, Facility, Sources } from './sources.ts';

const BOX = { south: -13.5, west: 25, north: -9.5, east: 29.5 };
const isInBox = ({ lat, lon }: Facility): boolean =>
  lat >= BOX.south && lat <= BOX.north && lon >= BOX.west && lon <= BOX.east;

export function minesInBox(sources: Sources) {
  const mines = sitesOf(sources).filter(
    (each) =>
      kindOf(each) === 'MINE' &&
      isInBox(each) &&
      ['copper', 'cobalt'].some((code) => codesOf(each).includes(code)),
  );
  return {
    sites: {
      total: { count: mines.length, precision: 'EXACT' },
      edges: mines.map((mine) => ({ node: mineOf(mine) })),
      pageInfo: { hasNextPage: false, endCursor: SEALED },
      coverage: ALL_ANSWERED,
    },
  };
}

/** The source names no LEI, so nobody is known across borders. */
function mineOf(mine: Facility) {
  const operator = partyOf(mine.products[0]?.operator, mine.country);
  return {
    id: mine.id,
    name: { value: mine.name },
    countryCode: mine.country,
    status: stateOf(mine),
    operator: operator === null ? null : { name: { value: operator }, company: null },
    location: {
      lat: mine.lat,
      lon: mine.lon,
      precision: mine.locationConfidence === 'ACTUAL' ? 'EXACT' : 'ROUNDED',
    },
  };
}

/** Its own name tells that it is the state's. */
const OF_THE_STATE = /^La Générale des Carrières et des Mines/;

export function ownersOfKov({ facilities }: Sources) {
  const mine = facilities.find(({ id }) => id === 'CD:site:COD011');
  const products = mine?.products ?? [];
  return {
    record: {
      site: {
        name: { value: mine?.name },
        owners: (products[0]?.owners ?? []).map(({ name, sharePct }) => ({
          party: {
            name: { value: name },
            countryCode: null,
            type: OF_THE_STATE.test(name) ? 'STATE_COMPANY' : 'COMPANY',
          },
          percent: decimal(sharePct ?? ''),
        })),
        titles: [],
        governance: { redactions: [] },
        provenance: {
          source: SOURCE,
          asOf: String(Math.max(...products.map(({ year }) => year))),
        },
      },
    },
  };
}

export function criticalAndProcessed(sources: Sources) {
  const plants = sitesOf(sources).filter((each) => ['SMELTER', 'REFINERY'].includes(kindOf(each)));
  return {
    commodities: criticalToTheEu(sources),
    sites: {
      total: { count: plants.length, precision: 'EXACT' },
      edges: page(plants).map((plant) => ({
        node: {
          name: { value: plant.name },
          commodities: codesOf(plant).map((code) => ({ code })),
          home: plant.country,
        },
      })),
    },
    siteCounts: { rows: countsOf(plants), coverage: ALL_ANSWERED },
  };
}

/** English and French are CGI's where it has them, with a capital; the rest is the compilation's. */
function criticalToTheEu({ commodities, concepts }: Sources) {
  const nameOf = ({ code, name }: Commodity) => {
    const label = concepts.find((each) => each.code === code)?.label;
    return {
      en: capital(label?.en ?? name.en ?? ''),
      fr: capital(label?.fr ?? name.fr ?? ''),
      ar: name.ar,
      pt: name.pt,
    };
  };
  return commodities
    .filter(({ critical }) => critical.EU_CRMA_2024 !== null)
    .toSorted(byBytes(({ code }) => code))
    .map((each) => ({
      code: each.code,
      name: nameOf(each),
      hsCodes: each.hs.map(({ code }) => code),
    }));
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function countsOf(plants: readonly Facility[]) {
  const keys = plants.flatMap((plant) => codesOf(plant).map((code) => `${plant.country} ${code}`));
  return unique(keys.toSorted(byBytes((key) => key))).map((key) => {
    const [countryCode, commodityCode] = key.split(' ');
    return { commodityCode, countryCode, count: keys.filter((each) => each === key).length };
  });
}

export function sitesSince(sources: Sources) {
  const updatedAt = `${sources.collectedOn}T00:00:00Z`;
  return {
    edges: page(sitesOf(sources)).map(({ id }) => ({
      cursor: SEALED,
      node: { id, revision: 1, updatedAt },
    })),
    coverage: ALL_ANSWERED,
  };
}
