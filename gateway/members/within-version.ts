import { type Operation, parseOperation, withDefaults } from './document.ts';
import { filled, representationsLeft } from './fill.ts';
import type { JsonObject } from './json.ts';
import type { Answer, Calling, MemberAddress, MemberError, MemberRequest, Send } from './member.ts';
import { lackingError, strangersIn } from './not-offered.ts';
import { type Left, leftOf, type Pruning, variablesLeft } from './prune.ts';
import { remembering } from './remember.ts';
import { type Speaking, schemaOf } from './speaking.ts';

/**
 * The same sending, but a member of an earlier version of the contract is not asked for what came later: that is null in its answer, and an
 * error with `lacks` at the record says so to whoever makes coverage. Members of the gateway's own version are asked as they were.
 */
export function withinVersion(send: Send, { sdl, contract }: Speaking): Send {
  const schema = schemaOf(sdl);
  const read = remembering(200, parseOperation);
  const leftFor = openLeft();
  return (member, request, calling) => {
    const newer = contract.newerThan(member.contractVersion);
    if (newer.size === 0) return send(member, request, calling);
    const operation = read(request.query);
    const variables = withDefaults(operation, request.variables ?? {});
    const pruning = { contract, newer, variables, schema: schema() };
    const left = leftFor(`${member.contractVersion} ${request.query}`, operation, pruning);
    return askWithin({ send, operation, pruning, left }, member, { request, calling });
  };
}

/** What is left of a text depends on its variables too, but not on its records or positions. */
function openLeft(): (key: string, operation: Operation, pruning: Pruning) => Left {
  const kept = new Map<string, Left>();
  return (key, operation, pruning) => {
    const others = Object.entries(pruning.variables).filter(
      ([name]) => name !== 'representations' && !name.startsWith('zlg_'),
    );
    const asked = `${key} ${JSON.stringify(others)}`;
    const left = kept.get(asked) ?? leftOf(operation, pruning);
    if (kept.size >= TEXTS_KEPT) kept.clear();
    if (asked.length <= CHARACTERS_KEPT) kept.set(asked, left);
    return left;
  };
}
const TEXTS_KEPT = 500;
const CHARACTERS_KEPT = 10_000;

type Within = {
  readonly send: Send;
  readonly operation: Operation;
  readonly pruning: Pruning;
  readonly left: Left;
};
type Sending = { readonly request: MemberRequest; readonly calling: Calling };

async function askWithin(
  { send, operation, pruning, left }: Within,
  member: MemberAddress,
  { request, calling }: Sending,
): Promise<Answer> {
  const { query, names } = textOf(left, request);
  const asked = variablesLeft(operation, names, pruning);
  const places = representationsLeft(pruning);
  const isNothing = left.kind === 'nothing' || places?.length === 0;
  const answer = isNothing
    ? NOTHING
    : await send(member, { query, variables: withThose(asked, places) }, calling);
  if (answer.kind === 'silent' || left.kind === 'whole') return answer;
  const { data, lacking } = filled(operation, pruning, answer.data);
  const lost = [
    ...lacking.map((path) => lackingError(member.code, path)),
    ...strangersIn(member.code, pruning),
  ];
  tellHop(calling, { member, isNothing, lost });
  return {
    kind: 'answered',
    data,
    errors: [...answer.errors.map((each) => moved(each, places)), ...lost],
  };
}

const NOTHING: Answer = { kind: 'answered', data: {}, errors: [] };

const textOf = (left: Left, { query, variables = {} }: MemberRequest) =>
  left.kind === 'part'
    ? { query: left.query, names: left.variables }
    : { query, names: Object.keys(variables) };

type Told = {
  readonly member: MemberAddress;
  readonly isNothing: boolean;
  readonly lost: readonly MemberError[];
};
function tellHop({ hop }: Calling, { member: { code }, isNothing, lost }: Told): void {
  const [first] = lost;
  if (!first) return;
  const isModule = lost.every(({ extensions }) => extensions?.code === 'MODULE_NOT_OFFERED');
  const reason = isModule ? 'MODULE_NOT_OFFERED' : 'FIELD_NOT_OFFERED';
  if (isNothing) hop?.missing(code, reason);
  else hop?.missed(code, reason);
}

/** The representations at those places, where there are any. */
function withThose(variables: JsonObject, places: readonly number[] | undefined): JsonObject {
  const { representations } = variables;
  if (!places || !Array.isArray(representations)) return variables;
  const left = places.map((place) => representations[place] as JsonObject);
  return { ...variables, representations: left };
}

/** An error at the place where its record stands in the whole question. */
function moved(error: MemberError, places: readonly number[] | undefined): MemberError {
  const [entities, index, ...rest] = error.path ?? [];
  const place = places?.[Number(index)];
  if (entities !== '_entities' || place === undefined) return error;
  return { ...error, path: [entities, place, ...rest] };
}
