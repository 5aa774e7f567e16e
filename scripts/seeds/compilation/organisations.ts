import type { OrganisationRow } from '../../../subgraphs/index.ts';
import { inEnglish, record } from '../record.ts';
import type { CompiledEvent, CompiledOrganisation } from '../sources.ts';
import { memberId } from './owners.ts';
import { provenanceOfPages } from './pages.ts';
import { textOf } from './text.ts';

const TYPES: Readonly<Record<string, string>> = {
  INTERGOVERNMENTAL: 'INTERGOVERNMENTAL',
  MINISTRY: 'MINISTRY',
  INDUSTRY_ASSOCIATION: 'OTHER',
};
/** The year of the compilation, for pages without a date. */
const AS_OF = '2026';

export function organisationRow(organisation: CompiledOrganisation): OrganisationRow {
  const { id, name, type, country, url, sources, note } = organisation;
  const known = TYPES[type];
  if (known === undefined)
    throw new Error(`Expected the type "${type}" in the table of organisations.ts; add it there.`);
  return {
    ...record(memberId(id), provenanceOfPages(sources, AS_OF, note ? [note] : [])),
    name: textOf(name),
    type: known,
    countryCode: country ?? null,
    lei: null,
    url: url ?? null,
  };
}

/** Who organises: parties that the compilation of events names, by id. */
export const ORGANIZERS: Readonly<Record<string, string>> = {
  FDIM: 'MA:org:FDIM',
  'AME Trade Ltd': 'MA:org:ame-trade-ltd',
};

/** An organiser that the compilation of organisations does not list; it is known from the events that it holds. */
export function organizerRow(name: string, events: readonly CompiledEvent[]): OrganisationRow {
  const held = events.filter(({ organizer }) => organizer.includes(name));
  const id = ORGANIZERS[name];
  if (id === undefined)
    throw new Error(`Expected "${name}" in the table of organisations.ts; add it there.`);
  return {
    ...record(
      id,
      provenanceOfPages(
        held.flatMap(({ sources }) => sources),
        AS_OF,
      ),
    ),
    name: inEnglish(name),
    type: 'COMPANY',
    countryCode: null,
    lei: null,
    url: null,
  };
}
