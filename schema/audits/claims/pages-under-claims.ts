import { baseName, mergeOf, objectFields } from '../../index.ts';
import type { Asking } from '../asking.ts';
import { type Claim, keptUnless, MUST, notApplicable } from '../claim.ts';
import type { List } from '../lists.ts';
import { wholeFilter } from '../read-sample.ts';
import { at, objectsAt, textAt } from '../reading.ts';
import type { Sample } from '../sample.ts';
import { isWithheld } from '../shown-keys.ts';

/** Pages of lists under what nobody owns. */
export const PAGES_UNDER_CLAIMS: readonly Claim[] = [
  {
    id: 'PAGES_UNDER_COUNTRIES',
    ...MUST,
    sentence: 'Pages of a list under a country follow one another as those of the whole list do.',
    remedy: 'Page lists under an entity as you page the list itself.',
    check: onLinks('Country', strayPages),
  },
  {
    id: 'PAGES_UNDER_COMMODITIES',
    ...MUST,
    sentence: 'So do pages of a list under a commodity.',
    remedy:
      'Page lists under an entity as you page the list itself; a row that names the commodity stands there once.',
    check: onLinks('Commodity', strayPages),
  },
];

type Link = {
  readonly asking: Asking;
  readonly list: List;
  readonly type: string;
  readonly code: string;
  /** Ids of the rows of the sample that are linked, in the order of the list. */
  readonly wanted: readonly string[];
  /** Ids of rows that do not show what they are linked with. */
  readonly withheld: readonly string[];
};

/** Looks at each list under such an entity, at the code that most rows have and at that which fewest have. */
function onLinks(type: string, look: (link: Link) => Promise<readonly string[]>): Claim['check'] {
  return async (asking) => {
    const each = await Promise.all(
      listsUnder(asking, type).map(async (list) =>
        linksOf(asking, list, type, await asking.sample(list)),
      ),
    );
    const links = each.flat();
    if (links.length === 0) return notApplicable(`No record is linked with a ${type}.`);
    const faults = await Promise.all(links.map(look));
    return keptUnless(faults.flat(), `${links.length} such lists were looked at.`);
  };
}

/** Lists that an entity has under it. */
function listsUnder(asking: Asking, type: string): readonly List[] {
  const names = objectFields(asking.contract.types.get(type))
    .filter((field) => mergeOf(asking.contract, baseName(field.type))?.by === 'ORDER')
    .map((field) => field.name.value);
  return asking.lists.filter(({ field }) => names.includes(field));
}

function linksOf(asking: Asking, list: List, type: string, sample: Sample): readonly Link[] {
  if (!sample.isWhole) return [];
  const field = linkField(type, list);
  const groups = new Map<string, string[]>();
  for (const { node } of sample.rows)
    for (const code of new Set([node[field]].flat()))
      if (typeof code === 'string')
        groups.set(code, [...(groups.get(code) ?? []), textAt(node, 'id')]);
  const withheld = sample.rows
    .filter(({ node }) => isWithheld(node, field))
    .map(({ node }) => textAt(node, 'id'));
  const sorted = [...groups].toSorted(([, a], [, b]) => b.length - a.length);
  const chosen = [...new Set([sorted[0], sorted.at(-1)])].flatMap((each) => (each ? [each] : []));
  return chosen.map(([code, wanted]) => ({ asking, list, type, code, wanted, withheld }));
}

/** The field by which a record is linked with an entity that nobody owns. */
function linkField(type: string, list: List): string {
  if (type === 'Country') return list.type === 'Policy' ? 'jurisdictionCode' : 'countryCode';
  return list.orderFields.includes('COMMODITY') ? 'commodityCode' : 'commodityCodes';
}

const PAGES_MOST = 4;

/** Where pages of three are not the rows of the sample that are linked. */
async function strayPages({
  asking,
  list,
  wanted,
  withheld,
  ...under
}: Link): Promise<readonly string[]> {
  const ids: string[] = [];
  let after: string | null = null;
  let isAtEnd = false;
  for (let page = 0; page < PAGES_MOST && !isAtEnd; page += 1) {
    const got = await pageUnder(asking, list, { ...under, first: 3, after });
    ids.push(...got.ids.filter((id) => !withheld.includes(id)));
    after = got.last;
    isAtEnd = !got.more || after === null;
  }
  const place = ids.findIndex((id, row) => id !== wanted[row]);
  if (place < 0 && (!isAtEnd || ids.length === wanted.length)) return [];
  const row = place < 0 ? ids.length : place;
  return [
    `Page by page, row ${row + 1} of ${list.field} under ${under.code} is ${ids[row] ?? 'not there'}; in the list it is ${wanted[row] ?? 'not there'}.`,
  ];
}

type Under = {
  readonly type: string;
  readonly code: string;
  readonly first: number;
  readonly after: string | null;
};

async function pageUnder(asking: Asking, list: List, { type, code, first, after }: Under) {
  const key = asking.contract.keyOf(type);
  const query = `query ($reps: [_Any!]!, $filter: ${list.filter}, $first: Int, $after: Position) {
    _entities(representations: $reps) { ... on ${type} { ${list.field}(filter: $filter, first: $first, after: $after) {
      pageInfo { hasNextPage } edges { cursor node { id } } } } } }`;
  const reps = [{ __typename: type, [key]: code }];
  const { data } = await asking.ask(query, { reps, filter: wholeFilter(list), first, after });
  const page = at(data, '_entities', 0, list.field);
  const edges = objectsAt(page, 'edges');
  return {
    ids: edges.map((edge) => textAt(edge, 'node', 'id')),
    last: edges.length > 0 ? textAt(edges.at(-1), 'cursor') : null,
    more: at(page, 'pageInfo', 'hasNextPage') === true,
  };
}
