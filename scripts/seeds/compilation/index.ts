import type { Rows } from '../../../subgraphs/index.ts';
import { jsonFile, recordFiles, type SeedFile } from '../files.ts';
import type { Sources } from '../sources.ts';
import { eventRow } from './events.ts';
import { ORGANIZERS, organisationRow, organizerRow } from './organisations.ts';
import { NOTICE } from './pages.ts';
import { policyRow } from './policies.ts';

const OF_STATES = 'subgraphs/national/seeds/compilation';
const OF_AMSG = 'subgraphs/amsg/seeds/compilation';

/** Policies, events and organisations: a file per state that has any, and AMSG's. */
export function compilation(
  sources: Pick<Sources, 'policies' | 'events' | 'organisations'>,
): readonly SeedFile[] {
  const rows = {
    Organisation: organisationsOf(sources),
    Policy: sources.policies.map(policyRow),
    Event: sources.events.map(eventRow),
  } satisfies Rows;
  const members = new Set(Object.values(rows).flatMap((each) => each.map(({ home }) => home)));
  const files = (folder: string, codes: readonly string[]) => [
    ...recordFiles(folder, new Map(codes.map((code) => [code, ownRows(rows, code)])), {
      packed: false,
    }),
    jsonFile(`${folder}/SOURCE.json`, NOTICE),
  ];
  const states = [...members].filter((member) => member !== 'AMSG').sort();
  return [...files(OF_STATES, states), ...files(OF_AMSG, ['AMSG'])];
}

function organisationsOf({ organisations, events }: Pick<Sources, 'organisations' | 'events'>) {
  const listed = organisations.map(organisationRow);
  const others = Object.keys(ORGANIZERS).filter(
    (name) => !listed.some(({ id }) => id === ORGANIZERS[name]),
  );
  return [...listed, ...others.map((name) => organizerRow(name, events))];
}

const ownRows = (rows: Rows, member: string): Rows =>
  Object.fromEntries(
    Object.entries(rows).map(([type, each]) => [type, each.filter(({ home }) => home === member)]),
  );
