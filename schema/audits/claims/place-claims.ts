import type { OrderBy, Position } from '../../index.ts';
import type { Asking } from '../asking.ts';
import { type Claim, keptUnless, MUST, notApplicable } from '../claim.ts';
import type { List } from '../lists.ts';
import { askPage, orderOf } from '../page.ts';
import { type Probing, placeBefore, probed, probing } from '../probes.ts';
import { shown } from '../reading.ts';

/** Places to go on behind: a position is a place in the order, not a row that must be there. */
export const PLACE_CLAIMS: readonly Claim[] = [
  {
    id: 'PLACE_BEFORE_ALL',
    ...MUST,
    sentence: 'Behind a place before all rows, the list begins.',
    remedy: 'Compare the position with the keys; do not look its row up.',
    check: async (asking) => probed(await probes(asking), () => [placeBefore('')]),
  },
  {
    id: 'PLACE_BETWEEN_ROWS',
    ...MUST,
    sentence:
      'A place between two rows may be gone on from: the row of a position may have been deleted since.',
    remedy: 'Compare the position with the keys and the id; do not look its row up.',
    check: async (asking) => probed(await probes(asking), betweenRows),
  },
  {
    id: 'PLACE_OF_ANOTHER',
    ...MUST,
    sentence:
      "A place with another member's id may be gone on from: one position serves all members.",
    remedy: 'Do not ask whose id a position ends with; compare it as bytes.',
    check: async (asking) => probed(await probes(asking), ofAnother),
  },
  {
    id: 'PLACE_BEHIND_ALL',
    ...MUST,
    sentence: 'Behind a place behind all rows, there is a page without rows, and no error.',
    remedy: 'Answer an empty list of edges there.',
    check: async (asking) => probed(await probes(asking), () => [{ keys: [null], id: '~' }]),
  },
  {
    id: 'PLACE_REFUSED',
    ...MUST,
    sentence:
      'What is no position, or none of the order that is asked for, is refused with BAD_CURSOR.',
    remedy:
      'Read `after` as JSON, count its keys against `orderBy`, and give an error with `extensions { code: "BAD_CURSOR" }`.',
    check: async (asking) => {
      const list = asking.lists.find(hasNames);
      if (!list) return notApplicable('It offers no list by name.');
      const faults = await Promise.all(NO_PLACES.map((after) => unrefused(asking, list, after)));
      return keptUnless(faults.flat(), `${NO_PLACES.length} such places were refused.`);
    },
  },
];

const BY_NAME: readonly OrderBy[] = orderOf('NAME');
const hasNames = ({ orderFields }: List): boolean => orderFields.includes('NAME');

/** No JSON, no array, a key too few, a key too many, a key that is none, no id. */
const NO_PLACES = [
  'nonsense',
  '{}',
  '["ZZ:org:1"]',
  '["a","b","ZZ:org:1"]',
  '[true,"ZZ:org:1"]',
  '["a",7]',
];

async function unrefused(asking: Asking, list: List, after: string): Promise<readonly string[]> {
  const { ids, errors } = await askPage(asking, list, { orderBy: BY_NAME, first: 2, after });
  if (ids.length === 0 && errors[0]?.code === 'BAD_CURSOR') return [];
  const says = errors[0] ? `an error of code ${shown(errors[0].code)}` : 'no error';
  return [`Behind ${after}, ${list.field} by NAME gives ${ids.length} rows and ${says}.`];
}

const probes = (asking: Asking): Promise<readonly Probing[]> =>
  Promise.all(asking.lists.filter(hasNames).map((list) => probing(asking, list, BY_NAME)));

const ROWS_TRIED = 4;

/** Places just before and just behind some rows: with their keys, and an id that no row has. */
function betweenRows({ rows }: Probing): readonly Position[] {
  const ids = new Set(rows.map(({ id }) => id));
  const step = Math.max(1, Math.floor(rows.length / ROWS_TRIED));
  return rows
    .filter((_, place) => place % step === 0)
    .slice(0, ROWS_TRIED)
    .flatMap(({ position }) => [
      { ...position, id: position.id.slice(0, -1) },
      { ...position, id: `${position.id}.` },
    ])
    .filter(({ id }) => !ids.has(id));
}

/** The keys of a row in the middle, with ids before and behind all of the member's. */
function ofAnother({ rows }: Probing): readonly Position[] {
  const middle = rows[Math.floor(rows.length / 2)];
  if (!middle) return [];
  return ['AA:org:1', 'ZZZ:org:1'].map((id) => ({ ...middle.position, id }));
}
