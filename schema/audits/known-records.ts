import type { Asking } from './asking.ts';
import { keptUnless, notApplicable, type Seen } from './claim.ts';
import { everyRow } from './own-rows/index.ts';
import { at, shown } from './reading.ts';
import type { JsonObject, Reply } from './wire.ts';

/** A record as others name it. */
type Representation = { readonly __typename: string; readonly id: string };

type Answered = {
  readonly asked: readonly Representation[];
  readonly known: ReadonlySet<string>;
  readonly given: readonly unknown[];
};
type Judge = (answered: Answered) => readonly string[];

export const OF_EACH_TYPE = 20;

/** Some records of each list, one list after another. */
function knownRecords(asking: Asking): Promise<readonly Representation[]> {
  return asking.once('known records', async () => {
    const lists = await Promise.all(asking.lists.map((list) => everyRow(asking, list)));
    return lists.flatMap(({ list, rows }) =>
      rows.slice(0, OF_EACH_TYPE).map(({ id }) => ({ __typename: list.type, id })),
    );
  });
}

/** Asks for records made from those that are known, and judges the answer. */
export async function onKnown(
  asking: Asking,
  askedOf: (known: readonly Representation[]) => readonly Representation[],
  judge: Judge,
): Promise<Seen> {
  const known = await knownRecords(asking);
  const asked = askedOf(known);
  if (asked.length === 0) return notApplicable('It has no records that could be asked for.');
  const reply = await askIds(asking, asked);
  const fault = faultOf(reply, asked.length);
  const names = new Set(known.map(nameOf));
  const given = givenIn(reply);
  return keptUnless(
    fault === undefined ? judge({ asked, known: names, given }) : [fault],
    `${asked.length} were asked for, and answered as is due.`,
  );
}

const nameOf = ({ __typename, id }: Representation): string => `${__typename} ${id}`;
const givenIn = ({ data }: Reply): readonly unknown[] => {
  const entities = at(data, '_entities');
  return Array.isArray(entities) ? entities : [];
};

function faultOf(reply: Reply, count: number): string | undefined {
  const [error] = reply.errors;
  if (error) return `Asked for ${count}, it says: ${error.message}`;
  const { length } = givenIn(reply);
  return length === count ? undefined : `Asked for ${count}, it gives ${length}.`;
}

/** Each known record in the place where it was asked for, and null where there is none. */
export const inPlace: Judge = ({ asked, known, given }) =>
  asked.flatMap((each, place) => {
    const due = known.has(nameOf(each)) ? each.id : null;
    const record = given[place];
    const got = record === null ? null : at(record, 'id');
    return got === due
      ? []
      : [`Asked for ${nameOf(each)}, it gives ${shown(got)} where ${shown(due)} is due.`];
  });

export const allNull: Judge = ({ asked, given }) =>
  asked.flatMap((each, place) =>
    given[place] === null
      ? []
      : [`Asked for ${nameOf(each)}, which is of another type, it gives a record.`],
  );

const BETWEEN = 10;
/** Known records with strange ones between them. */
export const between = (
  known: readonly Representation[],
  strange: (each: Representation) => Representation,
): readonly Representation[] => known.slice(0, BETWEEN).flatMap((each) => [strange(each), each]);

export const another = ({ member }: Asking): string => (member.code === 'QQ' ? 'QX' : 'QQ');

/** The same id under the next type that is known. */
export function mistyped(
  known: readonly Representation[],
  each: Representation,
): readonly Representation[] {
  const other = known.find(({ __typename }) => __typename !== each.__typename);
  return other ? [{ ...each, __typename: other.__typename }] : [];
}

/** One of each type in turn. */
export function mixed(known: readonly Representation[]): readonly Representation[] {
  const types = [...new Set(known.map(({ __typename }) => __typename))];
  const byType = types.map((type) => known.filter(({ __typename }) => __typename === type));
  const turns = Array.from({ length: OF_EACH_TYPE }, (_, turn) => turn);
  return turns.flatMap((turn) => byType.flatMap((records) => records[turn] ?? []));
}

export const timesOver = (
  known: readonly Representation[],
  count: number,
): readonly Representation[] =>
  known.length === 0
    ? []
    : Array.from({ length: count }, (_, place) => known[place % known.length]).filter(
        (each) => each !== undefined,
      );

/** Asks for ids alone, of whatever types there are. */
export function askIds(asking: Asking, representations: readonly JsonObject[]): Promise<Reply> {
  const types = asking.lists.map(({ type }) => `... on ${type} { id }`).join(' ');
  return asking.ask(
    `query ($of: [_Any!]!) { _entities(representations: $of) { __typename ${types} } }`,
    { of: representations },
  );
}
