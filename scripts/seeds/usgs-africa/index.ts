import type { Provenance, Rows } from '../../../subgraphs/index.ts';
import { jsonFile, recordFiles, type SeedFile } from '../files.ts';
import { provenanceOf } from '../record.ts';
import type { Sources, UsgsProduct, UsgsSite } from '../sources.ts';
import { isWithoutUnit, measuredProductsOf } from './capacities.ts';
import { commodityCodesOf } from './commodity-words.ts';
import { depositRow, prospectRow } from './deposits.ts';
import { NOTICE } from './notice.ts';
import { registerOf } from './parties.ts';
import { inScope, isInWesternSahara, type Scoped } from './scope.ts';
import { sharersOf } from './shared-capacities.ts';
import { siteRow } from './sites.ts';
import { type UsualUnit, unknownProductsOf, usualUnitAmong } from './unknown-capacities.ts';

const FOLDER = 'subgraphs/national/seeds/usgs-africa-2021';
/** Facilities are of 2017 and 2018; parties are as those facilities name them. */
const PARTIES_AS_OF = '2018';

type Ours = Pick<Sources, 'sites' | 'deposits' | 'explorations' | 'countries'>;

/** Sites, deposits, prospects and the parties of the sites, one file per state. */
export function usgsAfrica(sources: Ours): readonly SeedFile[] {
  const outside = (each: Parameters<typeof isInWesternSahara>[0]) => !isInWesternSahara(each);
  const scoped = inScope(sources.sites);
  const sites = scoped.kept.filter(outside);
  const all = {
    sites,
    usualUnit: usualUnitAmong(sites.flatMap(measuredProductsOf)),
    deposits: sources.deposits.filter(outside),
    explorations: sources.explorations.filter(outside),
  };
  const members = sources.countries.map(({ iso2 }) => iso2).sort();
  const rows = new Map(members.map((member) => [member, rowsOf(member, all)]));
  return [
    ...recordFiles(FOLDER, rows, { packed: true }),
    jsonFile(`${FOLDER}/SOURCE.json`, NOTICE),
    jsonFile(`${FOLDER}/left-out.json`, leftOut(sources, scoped)),
  ];
}

type Kept = Omit<Ours, 'countries'> & { readonly usualUnit: UsualUnit };

function rowsOf(member: string, all: Kept): Rows {
  const isOwn = ({ country }: { readonly country: string }) => country === member;
  const sites = all.sites.filter(isOwn);
  const measured = new Map(sites.map((site) => [site, measuredProductsOf(site)]));
  const sharers = sharersOf([...measured.values()].flat());
  const register = registerOf(member, sites, provenance(PARTIES_AS_OF, 'names as published'));
  return {
    Organisation: register.organisations,
    Deposit: [
      ...all.deposits.filter(isOwn).map(depositRow),
      ...all.explorations.filter(isOwn).map(prospectRow),
    ],
    Site: sites.map((site) =>
      siteRow(site, {
        register,
        sharers,
        measured: measured.get(site) ?? [],
        unknown: unknownProductsOf(site, all.usualUnit),
        provenance: provenance(yearOf(site), site.sourceDetail),
      }),
    ),
  };
}

const yearOf = ({ products }: UsgsSite): string =>
  String(Math.max(...products.map(({ year }) => year)));

const provenance = (asOf: string, detail: string): Provenance =>
  provenanceOf(NOTICE, {
    method: 'REPORTED',
    asOf,
    confidence: 'MODERATE',
    citation: `${NOTICE.citation} From: ${detail}`,
  });

/** What the source has and the seeds have not, or have without the contract's terms: to be read, and held by a test. */
function leftOut({ sites, deposits, explorations }: Ours, { kept, ...out }: Scoped) {
  const products = kept.flatMap((site) => site.products);
  const placed = [...sites, ...deposits, ...explorations];
  return {
    sitesOfOilAndGas: out.ofTypesOut.length,
    sitesOfNothingButPetroleumOrGas: out.onlyProductsOut,
    petroleumAndGasOfOtherSites: out.petroleumOfOthers,
    inWesternSahara: placed.filter(isInWesternSahara).map(({ id }) => id),
    capacitiesInUnitsThatTheContractLacks: tally(
      products.filter(isWithoutUnit),
      ({ capacityUnit }) => capacityUnit ?? 'no unit',
    ),
    productsWithoutACommodity: tally(products.filter(isWithoutCode), ({ commodity }) => commodity),
    depositCommoditiesWithoutACode: tally(
      [...deposits, ...explorations]
        .flatMap(({ commodities }) => commodities)
        .filter(({ name, cgi }) => commodityCodesOf(name, cgi).length === 0),
      ({ name }) => name,
    ),
  };
}

const isWithoutCode = ({ commodity, cgi }: UsgsProduct): boolean =>
  commodityCodesOf(commodity, cgi).length === 0;

function tally<Each>(
  all: readonly Each[],
  name: (each: Each) => string,
): Readonly<Record<string, number>> {
  const counts = new Map<string, number>();
  for (const each of all) counts.set(name(each), (counts.get(name(each)) ?? 0) + 1);
  return Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));
}
