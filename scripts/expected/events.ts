import { ALL_ANSWERED } from './answer.ts';
import { byBytes } from './order.ts';
import { english, french } from './policies.ts';
import type { Meeting, Sources } from './sources.ts';

/** The act that the words of an outcome mean. */
const ACTS: readonly (readonly [RegExp, string])[] = [
  [/PARC adopted/, 'XA:policy:parc-adoption-2025'],
  [/Marrakech Declaration/, 'XA:policy:marrakech-declaration-2025'],
  [/Morocco–AMSG MoU/, 'MA:policy:mou-amsg-2025'],
];

/** Not over before the first of January 2025, and begun by the last of December 2026. */
const isOfThoseYears = ({ startDate, endDate }: Meeting): boolean =>
  endDate >= '2025' && startDate <= '2026-12-31';

export function meetings(sources: Sources) {
  return {
    events: {
      edges: sources.meetings
        .filter(isOfThoseYears)
        .toSorted(byBytes(({ startDate }) => startDate))
        .map((meeting) => ({ node: shown(meeting, sources) })),
      coverage: ALL_ANSWERED,
    },
  };
}

const shown = (meeting: Meeting, { acts }: Sources) => ({
  name: { value: french(meeting.name) },
  startDate: meeting.startDate,
  endDate: meeting.endDate,
  city: meeting.location.city,
  countryCode: meeting.location.country,
  outcomes: ACTS.filter(([words]) => words.test(meeting.outcome?.en ?? ''))
    .flatMap(([, id]) => acts.filter((act) => act.id === id))
    .map(({ title, type }) => ({ title: { value: english(title) }, type })),
});
