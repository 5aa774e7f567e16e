import { baseName, objectFields, ownerOf, parseGlobalId } from '../../index.ts';
import type { Asking } from '../asking.ts';
import { type Claim, keptUnless, MUST } from '../claim.ts';
import type { List } from '../lists.ts';
import { at, objectsAt, shown, textAt } from '../reading.ts';
import { onLists, onRows } from '../rows.ts';
import type { JsonObject } from '../wire.ts';

/** The kind that stands in the ids of each type. */
const KINDS: Readonly<Record<string, string>> = {
  Organisation: 'org',
  Deposit: 'deposit',
  Site: 'site',
  ResourceEstimate: 'estimate',
  ProductionRecord: 'production',
  Policy: 'policy',
  Event: 'event',
};
const kindIn = (id: string): string => id.split(':')[1] ?? '';

/** Fields that hold ids, and of which kind. */
const ID_FIELDS: Readonly<Record<string, string>> = {
  partyIds: 'org',
  organizerIds: 'org',
  outcomeIds: 'policy',
  repealedById: 'policy',
};

/** How records are named, and found by their names. */
export const ID_CLAIMS: readonly Claim[] = [
  {
    id: 'ID_GRAMMAR',
    ...MUST,
    sentence: 'An id is `<member>:<kind>:<local>`, local of up to 64 letters, digits, _, . and -.',
    remedy:
      'Make ids such as MA:site:MAR031; put what does not fit the local part into another field.',
    check: onRows(({ id }) => (parseGlobalId(id) ? [] : [`A record has the id ${shown(id)}.`])),
  },
  {
    id: 'ID_PREFIX',
    ...MUST,
    sentence: 'Every id begins with the code of the member.',
    remedy: 'Begin ids with your own code; records of others are theirs to give.',
    check: onRows(({ id }, { asking }) =>
      ownerOf(id) === asking.member.code ? [] : [`${shown(id)} is not of ${asking.member.code}.`],
    ),
  },
  {
    id: 'ID_OF_ITS_KIND',
    ...MUST,
    sentence:
      'The kind in an id is that of its type: org, deposit, site, estimate, production, policy, event.',
    remedy: "Put the kind of the record's type between the colons.",
    check: onRows(({ id }, { list }) =>
      kindIn(String(id)) === KINDS[list.type] ? [] : [`${shown(id)} is a ${list.type}.`],
    ),
  },
  {
    id: 'ID_ONCE',
    ...MUST,
    sentence: 'No two records have one id.',
    remedy: 'Make the id from what is unique in your register, and the primary key of its table.',
    check: onLists(({ sample }) => {
      const ids = sample.rows.map(({ node }) => textAt(node, 'id'));
      const again = new Set(ids.filter((id, place) => ids.indexOf(id) !== place));
      return [...again].map((id) => `${id} stands in its list more than once.`);
    }),
  },
  {
    id: 'ID_OF_OTHERS',
    ...MUST,
    sentence:
      'Ids of others (parties, organisers, outcomes, what repealed it) are ids of that kind.',
    remedy: 'Write whole ids there, such as AMSG:org:amsg, and only of records of that kind.',
    check: onRows((node) =>
      Object.entries(ID_FIELDS).flatMap(([field, kind]) =>
        idsIn(node, field)
          .filter((id) => !parseGlobalId(id) || kindIn(id) !== kind)
          .map((id) => `${textAt(node, 'id')} has ${shown(id)} in ${field}.`),
      ),
    ),
  },
  {
    id: 'ID_OF_SHARED_CAPACITY',
    ...MUST,
    module: 'MINERALS',
    sentence: '`sharedWith` of a capacity holds ids of sites of the same member.',
    remedy: 'Write the whole ids of the sites there, such as MA:site:MAR031.',
    check: onRows(
      (node, { asking }) =>
        objectsAt(node, 'capacities')
          .flatMap((each) => idsIn(each, 'sharedWith'))
          .filter((id) => ownerOf(id) !== asking.member.code || kindIn(id) !== 'site')
          .map((id) => `${textAt(node, 'id')} shares a capacity with ${shown(id)}.`),
      ({ type }) => type === 'Site',
    ),
  },
  {
    id: 'RECORD_BY_ID',
    ...MUST,
    sentence: '`record(id:)` gives the record of that id, in the field of its type and no other.',
    remedy:
      'Find the record by its whole id, and fill the one field of `Record` that is of its type.',
    check: onLists(async ({ asking, list, sample }) => {
      const chosen = [sample.rows[0], sample.rows.at(-1)];
      const ids = [...new Set(chosen.map((row) => textAt(row, 'node', 'id')))];
      const found = await Promise.all(ids.map((id) => recordOf(asking, id)));
      return found.flatMap((record, place) => recordFaults(asking, list, ids[place] ?? '', record));
    }),
  },
  {
    id: 'RECORD_UNKNOWN',
    ...MUST,
    sentence: '`record(id:)` is null for an id of its own that no record has.',
    remedy: 'Answer null, without an error, where there is no such record.',
    check: (asking) =>
      isNobody(
        asking,
        Object.values(KINDS).map((kind) => `${asking.member.code}:${kind}:no.such-record_0`),
      ),
  },
  {
    id: 'RECORD_OF_ANOTHER',
    ...MUST,
    sentence: "`record(id:)` is null for another member's id.",
    remedy: 'Compare the whole id, its first part too.',
    check: onLists(({ asking, sample }) => {
      const id = textAt(sample.rows[0], 'node', 'id');
      const other = asking.member.code === 'ZZ' ? 'ZY' : 'ZZ';
      return strangers(asking, [id.replace(/^[^:]*/, other)]);
    }),
  },
  {
    id: 'RECORD_BY_BYTES',
    ...MUST,
    sentence: 'Ids are compared byte by byte: another case, or a blank behind it, is another id.',
    remedy: 'Keep ids in a binary column (VARBINARY, BINARY, COLLATE "C"), and compare them so.',
    check: onLists(({ asking, sample }) => {
      const ids = new Set(sample.rows.map(({ node }) => textAt(node, 'id')));
      const [id = ''] = ids;
      const alike = [swapped(id), `${id} `, `${id}\u0301`];
      return strangers(
        asking,
        alike.filter((each) => !ids.has(each)),
      );
    }),
  },
  {
    id: 'RECORD_NO_ID',
    ...MUST,
    sentence: '`record(id:)` is null, or refused, for what is no id.',
    remedy:
      'Look an id up only when it has the grammar of ids, and bind it as a value, never into the text of a statement.',
    check: (asking) =>
      isNobody(asking, ['', 'nonsense', "' OR 1=1 --", `${asking.member.code}:site:`, '::', '%']),
  },
];

const idsIn = (holder: JsonObject, field: string): readonly string[] =>
  [holder[field] ?? []].flat().map(String);

const swapped = (id: string): string =>
  id.replace(/[^:]*$/, (local) =>
    local === local.toUpperCase() ? local.toLowerCase() : local.toUpperCase(),
  );

/** What `record(id:)` gives: the fields of `Record` that are filled, with the id of each; null where there is none. */
async function recordOf(asking: Asking, id: string): Promise<JsonObject | null> {
  const fields = recordFields(asking).map(({ name }) => `${name} { id }`);
  const query = `query ($id: ID!) { record(id: $id) { id ${fields.join(' ')} } }`;
  const { data } = await asking.ask(query, { id });
  return objectsAt([data?.record])[0] ?? null;
}

/** The fields of `Record` that hold records of the offered modules. */
const recordFields = (asking: Asking) =>
  objectFields(asking.contract.types.get('Record'))
    .map((field) => ({ name: field.name.value, type: baseName(field.type) }))
    .filter(({ type }) => asking.lists.some((list) => list.type === type));

function recordFaults(
  asking: Asking,
  list: List,
  id: string,
  record: JsonObject | null,
): readonly string[] {
  if (!record)
    return [`\`record(id: "${id}")\` gives nothing; the record is in \`${list.field}\`.`];
  const filled = recordFields(asking).filter(({ name }) => record[name] != null);
  const isRight =
    record.id === id &&
    filled.length === 1 &&
    filled[0]?.type === list.type &&
    at(record, filled[0].name, 'id') === id;
  return isRight ? [] : [`\`record(id: "${id}")\` gives ${shown(record)}.`];
}

/** Those of the ids for which a record comes. */
async function strangers(asking: Asking, ids: readonly string[]): Promise<readonly string[]> {
  const found = await Promise.all(ids.map((id) => recordOf(asking, id)));
  return found.flatMap((record, place) =>
    record === null
      ? []
      : [`\`record(id: ${JSON.stringify(ids[place])})\` gives ${shown(record)}.`],
  );
}

const isNobody = async (asking: Asking, ids: readonly string[]) =>
  keptUnless(await strangers(asking, ids), `None of ${ids.length} such ids is a record.`);
