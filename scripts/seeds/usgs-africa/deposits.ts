import type { DepositRow, Provenance, PublishedWord } from '../../../subgraphs/index.ts';
import { inEnglish, provenanceOf, publishedWords, record, word } from '../record.ts';
import type { UsgsDeposit, UsgsExploration } from '../sources.ts';
import { commodityCodesOf, saysTheSame } from './commodity-words.ts';
import { NOTICE } from './notice.ts';
import { isPerson } from './parties.ts';

/** Years of the publications that the deposits were taken from; of several, the newest speaks. */
const YEARS: readonly (readonly [RegExp, string])[] = [
  [/\bPP1802\b/, '2017'],
  [/\bOFR2005-1294\b/, '2005'],
];

export function depositRow(deposit: UsgsDeposit): DepositRow {
  const { sourceDetail } = deposit;
  const asOf = YEARS.find(([pattern]) => pattern.test(sourceDetail))?.[1];
  if (asOf === undefined)
    throw new Error(
      `Expected a publication of the table in deposits.ts, got "${sourceDetail}"; add its year there.`,
    );
  return {
    ...record(deposit.id, provenance(asOf, sourceDetail)),
    ...found(deposit),
    type: 'DEPOSIT',
    depositType: deposit.depositType,
    published: publishedWords(commonWords(deposit)),
  };
}

/** Stages of a project: before anybody has measured what is there it is a prospect. */
const STAGES: Readonly<Record<string, string>> = {
  Exploration: 'PROSPECT',
  Placer: 'PROSPECT',
  'Reserves Development': 'PROJECT',
  'Feasibility Study': 'PROJECT',
  'Pre-Production': 'PROJECT',
  Production: 'PROJECT',
  Expansion: 'PROJECT',
  'Production - Inactive': 'PROJECT',
  'Care and Maintenance': 'PROJECT',
  Suspended: 'PROJECT',
  Inactive: 'PROJECT',
  Closed: 'PROJECT',
};

/** An exploration project is a deposit that is not known to be one yet. Its owner is no party of this state's register. */
export function prospectRow(project: UsgsExploration): DepositRow {
  const type = STAGES[project.status];
  if (type === undefined)
    throw new Error(
      `Expected the stage "${project.status}" in the table of deposits.ts; add it there.`,
    );
  const { owner, ownerRole, ownerSharePct } = project;
  const isNamed = owner !== null && !isPerson(owner);
  return {
    ...record(
      `${project.country}:deposit:${project.usgsId}`,
      provenance(String(project.lastYear), project.sourceDetail),
    ),
    ...found(project),
    type,
    depositType: null,
    published: publishedWords([
      word('type', project.status),
      ...commonWords(project),
      ...(isNamed ? [word('owner', owner), word('owner.role', ownerRole)] : []),
      isNamed && ownerSharePct ? word('owner.percent', ownerSharePct) : null,
    ]),
  };
}

type Found = UsgsDeposit | UsgsExploration;

const found = ({ name, country, adm1, lat, lon, commodities }: Found) => ({
  name: inEnglish(name),
  countryCode: country,
  adm1,
  location: { lat, lon, precision: 'EXACT' },
  commodityCodes: [
    ...new Set(commodities.flatMap((each) => commodityCodesOf(each.name, each.cgi))),
  ],
});

const commonWords = ({ altName, commodities, qa }: Found): readonly (PublishedWord | null)[] => [
  word('name', altName),
  qa.includes('OUTSIDE_COUNTRY_BBOX')
    ? word('location', "outside the country's bounding box, as published")
    : null,
  ...commodities
    .filter((each) => !saysTheSame(each.name, commodityCodesOf(each.name, each.cgi)))
    .map((each) => word('commodityCodes', each.name)),
];

const provenance = (asOf: string, sourceDetail: string): Provenance =>
  provenanceOf(NOTICE, {
    method: 'REPORTED',
    asOf,
    confidence: 'MODERATE',
    citation: `${NOTICE.citation} From: ${sourceDetail}`,
  });
