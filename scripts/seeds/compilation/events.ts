import type { EventRow } from '../../../subgraphs/index.ts';
import { LAST_CHECK, record } from '../record.ts';
import type { CompiledEvent } from '../sources.ts';
import { ORGANIZERS } from './organisations.ts';
import { memberId } from './owners.ts';
import { documentsOf, provenanceOfPages } from './pages.ts';
import { textOf } from './text.ts';

/** Policies that the compilation's words name as what came of an event. */
const OUTCOMES: Readonly<Record<string, readonly string[]>> = {
  'MA:event:IMC-2024': ['AMSG:policy:otc-2024'],
  'MA:event:IMC-2025': ['AMSG:policy:marrakech-declaration-2025', 'MA:policy:mou-amsg-2025'],
  'AMSG:event:AMSG-IMM-6': ['AMSG:policy:parc-adoption-2025'],
};
/** AMSG's own meetings, by their names. */
const HELD_BY_AMSG = /^AMSG:event:AMSG-/;

export function eventRow(event: CompiledEvent): EventRow {
  const { name, startDate, endDate, location, sources } = event;
  const id = memberId(event.id);
  return {
    ...record(id, provenanceOfPages(sources, startDate, remarksOf(event))),
    name: textOf(name),
    startDate,
    endDate,
    city: location.city,
    countryCode: location.country,
    venue: location.venue ?? null,
    // Month and day dates compare as text, for the last check is later than every month that the events end in.
    status: (endDate ?? startDate) < LAST_CHECK ? 'HELD' : 'SCHEDULED',
    organizerIds: organizersOf(event, id),
    outcomeIds: OUTCOMES[id] ?? [],
    url: null,
    documents: documentsOf(sources),
  };
}

const organizersOf = ({ organizer }: CompiledEvent, id: string): readonly string[] => [
  ...(HELD_BY_AMSG.test(id) ? ['AMSG:org:AMSG'] : []),
  ...organizer.map((each) => {
    const known = ORGANIZERS[each];
    if (known !== undefined) return known;
    throw new Error(`Expected "${each}" among the organisers of organisations.ts; add it there.`);
  }),
];

/** An event has no text of its own for what was said of it, so that stands with its citation. */
const remarksOf = ({ outcome, note }: CompiledEvent): readonly string[] => [
  ...(outcome?.en ? [`Outcome: ${outcome.en}`] : []),
  ...(note ? [`Note: ${note}`] : []),
];
