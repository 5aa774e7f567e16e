import { compareBytes, fieldsOf } from '../index.ts';
import type { Asking } from './asking.ts';
import type { List } from './lists.ts';
import {
  CHOICES,
  type Choice,
  knownUpTo,
  type OwnRows,
  type Row,
  shows,
} from './own-rows/index.ts';
import { at, objectsAt, shown, textAt } from './reading.ts';
import type { JsonObject } from './wire.ts';

/** Whether a list can be filtered by that field. */
export const hasFilter = ({ contract }: Asking, { filter }: List, field: string): boolean =>
  fieldsOf(contract.types.get(filter)).some(({ name }) => name.value === field);

/** What is wrong with the rows that a filter chose, in sentences; nothing where they are those that it should. */
export async function filterFaults(
  asking: Asking,
  own: OwnRows,
  wanted: JsonObject,
): Promise<readonly string[]> {
  const { field, filter } = own.list;
  const called = `${field}(filter: ${shown(wanted)})`;
  const query = `query ($filter: ${filter}) { ${field}(filter: $filter, first: 500) { ${ROWS} } }`;
  const { data, errors } = await asking.ask(query, { filter: wanted });
  const connection = at(data, field);
  if (!connection) return [`${called} is not answered: ${errors[0]?.message ?? 'it gave null.'}`];
  return connectionFaults(called, own, {
    connection,
    isDue: (row) => isChosen(row, wanted),
    isForetold: (row) => isForetold(row, wanted),
  });
}

/** What `connectionFaults` looks at. */
export const ROWS = 'pageInfo { hasNextPage } total { count } edges { node { id } }';

export type Expected = {
  readonly connection: unknown;
  readonly isDue: (row: Row) => boolean;
  /** False of rows that withhold what decides it. */
  readonly isForetold: (row: Row) => boolean;
};

/** Whether a connection holds the rows that are due, and no others, as far as the rows are known. */
export function connectionFaults(
  called: string,
  own: OwnRows,
  { connection, isDue, isForetold }: Expected,
): readonly string[] {
  const got = objectsAt(connection, 'edges').map((edge) => textAt(edge, 'node', 'id'));
  const isJudged = judged(own, connection, got);
  const foretold = own.rows.filter(isForetold);
  const hidden = new Set(own.rows.filter((row) => !isForetold(row)).map(({ id }) => id));
  const due = foretold.filter(isDue).map(({ id }) => id);
  const [given, dueIds] = [new Set(got), new Set(due)];
  const lost = due.find((id) => isJudged(id) && !given.has(id));
  const strange = got.find((id) => isJudged(id) && !hidden.has(id) && !dueIds.has(id));
  return [
    ...(lost === undefined ? [] : [`${called} leaves out ${lost}, which it chooses.`]),
    ...(strange === undefined ? [] : [`${called} gives ${strange}, which it does not choose.`]),
  ];
}

/** Up to the last row that is known, and up to the end of a page that another follows. */
function judged(
  own: OwnRows,
  connection: unknown,
  got: readonly string[],
): (id: string) => boolean {
  const isKnown = knownUpTo(own);
  const goesOn = at(connection, 'pageInfo', 'hasNextPage') === true;
  const last = got.at(-1) ?? '';
  return (id) => isKnown(id) && (!goesOn || compareBytes(id, last) <= 0);
}

const choicesOf = (wanted: JsonObject): readonly (readonly [Choice, unknown])[] =>
  Object.entries(wanted).flatMap(([field, value]) => {
    const choice = CHOICES[field];
    return choice && value !== null ? [[choice, value] as const] : [];
  });

export const isForetold = (row: Row, wanted: JsonObject): boolean =>
  choicesOf(wanted).every(([{ looksAt }]) => shows(row, looksAt));

export const isChosen = (row: Row, wanted: JsonObject): boolean =>
  choicesOf(wanted).every(([choice, value]) => choice.isChosen(row, value));
