import { compareBytes, ownerOf, writePosition } from '../../schema/index.ts';
import { variablesOf } from './document.ts';
import { type Answered, gather } from './gather.ts';
import { type Instance, isReadable, pageOrderOf } from './instance.ts';
import type { Member } from './member.ts';
import type { PageOrder } from './merge/index.ts';
import type { PageInParts } from './page-in-parts.ts';
import { firstRowsOf } from './page-size.ts';
import type { Refill } from './refills.ts';
import { askedAs } from './scattered.ts';
import { isAsked, isOfRoot, type Scatter } from './scattering.ts';

/** The one connection of a question whose page is asked for in parts, and how many rows a member is asked for first. */
export type Parted = {
  readonly instance: Instance;
  readonly order: PageOrder;
  readonly rowsOf: (member: string) => number;
};

/**
 * What of a question at the root is asked for in parts: its connection, where it has no other beside it, so that a member is asked for more rows
 * of one list only, by one request at a time. Lists under an entity, and several lists at once, are asked for whole.
 */
export function partedIn(
  scattering: Scatter,
  instances: readonly Instance[],
  members: readonly Member[],
): Parted | undefined {
  const { parts } = scattering;
  const lists = instances.filter((each) => isReadable(each) && each.field.rule.by === 'ORDER');
  const [instance] = lists;
  if (!instance || lists.length > 1 || !isOfRoot(scattering)) return undefined;
  const order = pageOrderOf(instance);
  const asked = members.filter((each) => isAsked(parts, each, instance));
  const { rowBytes } = instance.field;
  const leader = leaderOf(asked, order);
  const isLed = leader !== undefined;
  const size = { rows: order.first, rowBytes, members: asked.length, isLed };
  const rows = firstRowsOf(size, parts.wholePageBytesMax ?? Number.POSITIVE_INFINITY);
  if (rows === order.first) return undefined;
  return { instance, order, rowsOf: (member) => (member === leader ? order.first : rows) };
}

/** By id alone a page begins with the rows of one member, and mostly ends with them: that one is asked for all of it at once. */
function leaderOf(
  members: readonly Member[],
  { orderBy, after }: PageOrder,
): Member['code'] | undefined {
  if (orderBy.length > 0) return undefined;
  const from = after ? (ownerOf(after.id) ?? '') : '';
  return members.find(({ code }) => compareBytes(code, from) >= 0)?.code;
}

/** The page as it is asked of these members. To ask one of them once more is part of the same ask: budget and hop count it once. */
export function inParts(
  { parts, question, request }: Scatter,
  { instance, order, rowsOf }: Parted,
  members: readonly Member[],
): PageInParts {
  const { field, args, parent } = instance;
  const { budget: _, hop: __, ...calling } = request.calling;
  const { query, variables } = question.askFor([field.key], true);
  const where = () => [field.responseName];
  const ask = { ...askedAs(field), args, parent };
  const askMore = async ({ member: code, after, rows }: Refill): Promise<Answered> => {
    const member = members.find((each) => each.code === code);
    if (!member) throw new Error(`Expected ${code} among the members asked, and it is not.`);
    const ours = { [field.afterVariable]: writePosition(after), [field.firstVariable]: rows };
    const given = variablesOf(variables, { ...request.variables, ...ours });
    return { member, answer: await parts.send(member, { query, variables: given }, calling) };
  };
  const givenBy = (answers: readonly Answered[]) => gather(parts, { answers, where }, ask);
  return { parts, order, calling, rowsOf, givenBy, askMore };
}
