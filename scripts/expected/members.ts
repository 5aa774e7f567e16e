import { ALL_ANSWERED, MOMENT } from './answer.ts';
import { sitesOf } from './facilities.ts';
import { goldFigures } from './figures.ts';
import { byBytes, unique } from './order.ts';
import { partiesOf } from './parties.ts';
import { allPolicies, idOf } from './policies.ts';
import { sitesSince } from './sites.ts';
import type { Figure, Sources } from './sources.ts';

export const whatIsHeld = (sources: Sources) => ({
  members: {
    list: ['AMSG', ...sources.countries.toSorted()].map((code) => ({
      code,
      asOf: MOMENT,
      modules: code === 'AMSG' ? ['POLICIES', 'EVENTS'] : ['MINERALS', 'POLICIES', 'EVENTS'],
      counts: countsOf(code, sources),
      // The strictest terms of what the sources give: CC BY 4.0 beside the public domain.
      licence: 'CC-BY-4.0',
    })),
    coverage: ALL_ANSWERED,
  },
  production: goldFigures(sources),
});

function countsOf(code: string, sources: Sources) {
  const isOwn = ({ country }: { readonly country: string }) => country === code;
  const named = (each: { readonly id: string }) => idOf(each).startsWith(`${code}:`);
  const figures = sources.figures.filter((each) => isOwn(each) && isCounted(each));
  const ofStatistic = (statistic: string) =>
    figures.filter((each) => each.statistic === statistic).length;
  const counts = {
    Organisation: partiesOf(sitesOf(sources).filter(isOwn)).length + bodiesOf(code, sources),
    Deposit: [...sources.deposits, ...sources.projects].filter(isOwn).length,
    Site: sitesOf(sources).filter(isOwn).length,
    ResourceEstimate: ofStatistic('RESERVES'),
    ProductionRecord: ofStatistic('PRODUCTION'),
    Policy: sources.acts.filter(named).length,
    Event: sources.meetings.filter(named).length,
  };
  return Object.entries(counts).map(([type, count]) => ({ type, count }));
}

/** Not helium, which is measured by volume, nor the capacity of all kilns of a country. Every edition is a record. */
const isCounted = ({ unit, basis }: Figure): boolean =>
  unit !== 'Mm3' && !basis.startsWith('Clinker capacity');

/** Bodies that are listed, and those that are known only because they organise meetings; these are all in Morocco. */
function bodiesOf(code: string, { bodies, meetings }: Sources): number {
  const listed = bodies.map(idOf);
  const organizers = unique(meetings.flatMap(({ organizer = [] }) => organizer)).filter(
    (name) => !listed.some((id) => id.endsWith(`:${name}`)),
  );
  const own = listed.filter((id) => id.startsWith(`${code}:`)).length;
  return own + (code === 'MA' ? organizers.length : 0);
}

const FIRST = 5;

export const whatHasChanged = (sources: Sources) => ({
  sites: sitesSince(sources),
  policies: allPolicies(sources),
  changes: {
    changes: firstOfZambia(sources).map((local, place) => ({
      sequence: place + 1,
      kind: 'CREATED',
      type: 'Organisation',
      recordId: `ZM:org:${local}`,
      revision: 1,
      at: `${sources.collectedOn}T00:00:00Z`,
    })),
    last: FIRST,
    hasMore: true,
  },
});

/** Parties are loaded before the sites that name them, in order of their ids. */
const firstOfZambia = (sources: Sources): readonly string[] =>
  partiesOf(sitesOf(sources).filter(({ country }) => country === 'ZM'))
    .toSorted(byBytes((local) => local))
    .slice(0, FIRST);
