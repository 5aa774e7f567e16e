import type { Asking } from '../asking.ts';
import { type Claim, keptUnless, MUST, type Seen } from '../claim.ts';
import {
  allNull,
  another,
  askIds,
  between,
  inPlace,
  mistyped,
  mixed,
  OF_EACH_TYPE,
  onKnown,
  timesOver,
} from '../known-records.ts';
import { everyRow, type Row } from '../own-rows/index.ts';
import { recordSelection } from '../read-sample.ts';
import { objectsAt, shown } from '../reading.ts';
import type { JsonObject } from '../wire.ts';

/** Records by their ids: what the gateway asks of a member whose rows others lead to. */
export const ENTITY_CLAIMS: readonly Claim[] = [
  {
    id: 'ENTITIES_FOUND',
    ...MUST,
    sentence: '`_entities` gives the records of the ids that it is asked.',
    remedy:
      'Resolve each type by its key, `id`; a record that stands in a list is found by its id.',
    check: (asking) =>
      onKnown(
        asking,
        (known) => known,
        ({ asked, given }) =>
          asked.flatMap((each, place) =>
            given[place] === null
              ? [`${each.__typename} ${each.id} stands in a list and is not found.`]
              : [],
          ),
      ),
  },
  {
    id: 'ENTITIES_IN_ORDER',
    ...MUST,
    sentence: '`_entities` answers in the order in which it was asked, one for each.',
    remedy:
      'Give as many as were asked, each in its place, whatever order the database found them in.',
    check: (asking) => onKnown(asking, (known) => known.toReversed(), inPlace),
  },
  {
    id: 'ENTITIES_REPEATED',
    ...MUST,
    sentence: 'An id that is asked twice is answered twice.',
    remedy: 'Look the ids up once, and then give each place its record.',
    check: (asking) =>
      onKnown(asking, (known) => known.slice(0, 5).flatMap((each) => [each, each]), inPlace),
  },
  {
    id: 'ENTITIES_UNKNOWN',
    ...MUST,
    sentence: 'An id that no record has is answered with null, and its neighbours with theirs.',
    remedy: 'Give null in its place, without an error.',
    check: (asking) =>
      onKnown(
        asking,
        (known) => between(known, (each) => ({ ...each, id: `${each.id.slice(0, 60)}-none` })),
        inPlace,
      ),
  },
  {
    id: 'ENTITIES_OF_OTHERS',
    ...MUST,
    sentence: 'A record of another member is not known here: null.',
    remedy: 'Find records by their whole id, with the code of the member before the first colon.',
    check: (asking) =>
      onKnown(
        asking,
        (known) =>
          between(known, (each) => ({ ...each, id: each.id.replace(/^[A-Z]+/, another(asking)) })),
        inPlace,
      ),
  },
  {
    id: 'ENTITIES_EXACT_ID',
    ...MUST,
    sentence: 'Ids are compared byte by byte: another case, or a blank behind, is another id.',
    remedy:
      'Keep ids in a column that compares bytes: VARBINARY, or a binary collation that does not pad.',
    check: (asking) =>
      onKnown(
        asking,
        (known) => [
          ...between(known, (each) => ({ ...each, id: `${each.id} ` })),
          ...between(known, (each) => ({ ...each, id: each.id.replace(/:[a-z]+:/, capitals) })),
        ],
        inPlace,
      ),
  },
  {
    id: 'ENTITIES_OF_TYPE',
    ...MUST,
    sentence: 'An id is found as a record of its own type alone.',
    remedy: 'Look for the id among the records of the type that is asked.',
    check: (asking) =>
      onKnown(asking, (known) => known.flatMap((each) => mistyped(known, each)), allNull),
  },
  {
    id: 'ENTITIES_MIXED',
    ...MUST,
    sentence: 'Records of several types may be asked for at once.',
    remedy: 'Group what is asked by type, and put the answers back into their places.',
    check: (asking) => onKnown(asking, mixed, inPlace),
  },
  {
    id: 'ENTITIES_500',
    ...MUST,
    sentence: 'Five hundred records may be asked for at once.',
    remedy: 'Find them in one statement, or in several of fewer ids each; do not cut the list off.',
    check: (asking) => onKnown(asking, (known) => timesOver(known, 500), inPlace),
  },
  {
    id: 'ENTITIES_AS_LISTED',
    ...MUST,
    sentence: 'A record by its id is the same as in its list, field by field.',
    remedy: 'Show a record the same way wherever it stands, with the same fields withheld.',
    check: asListed,
  },
  {
    id: 'ENTITIES_REFUSED',
    ...MUST,
    sentence:
      'What is no representation is refused: a type without a key, a type that is not there.',
    remedy: 'Refuse with an error whose code is BAD_VALUE; do not answer null.',
    check: async (asking) => {
      const bad = [{ __typename: 'NoSuchType', id: 'x' }, { id: 'x' }, { __typename: 'Module' }];
      const replies = await Promise.all(bad.map((each) => askIds(asking, [each])));
      const passed = bad.filter((_, place) => replies[place]?.errors.length === 0);
      return keptUnless(
        passed.map((each) => `${shown(each)} is answered without an error.`),
        'What is no representation is refused.',
      );
    },
  },
];

const capitals = (text: string): string => text.toUpperCase();

async function asListed(asking: Asking): Promise<Seen> {
  const faults = await Promise.all(
    asking.lists.map(async (list) => {
      const rows = (await everyRow(asking, list)).rows.slice(0, OF_EACH_TYPE);
      const fields = await recordSelection(asking, list.type);
      const { data } = await asking.ask(
        `query ($of: [_Any!]!) { _entities(representations: $of) { ... on ${list.type} { ${fields} } } }`,
        { of: rows.map(({ id }) => ({ __typename: list.type, id })) },
      );
      const given = objectsAt(data, '_entities');
      return rows.flatMap((row) =>
        differences(
          row,
          given.find(({ id }) => id === row.id),
        ),
      );
    }),
  );
  return keptUnless(faults.flat(), 'Records are the same by their ids as in their lists.');
}

function differences(row: Row, record: JsonObject | undefined): readonly string[] {
  const names = Object.keys(row).filter(
    (name) => JSON.stringify(row[name]) !== JSON.stringify(record?.[name]),
  );
  return names.map(
    (name) =>
      `${row.id} has ${name} ${shown(row[name])} in its list, and ${shown(record?.[name])} by its id.`,
  );
}
