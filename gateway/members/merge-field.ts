import { ownershipOf, REFUSALS } from '../../schema/index.ts';
import { systemClock } from './clock.ts';
import { mergeConnection } from './connection.ts';
import { type Coverage, coverageJson } from './coverage.ts';
import { selected, subSets } from './document.ts';
import { type Answered, coverageOfField, type Given, gather, type Where } from './gather.ts';
import type { Merged, Merging } from './instance.ts';
import type { Json, JsonObject } from './json.ts';
import type { Calling, MemberError } from './member.ts';
import { broken, type MemberPage } from './member-page.ts';
import { addRows, asFarAsKnown, faultInRows } from './merge/index.ts';
import { project, shaped, typeOfField } from './project.ts';
import { askedAs, type Scattered } from './scattered.ts';

type Value = { readonly value: Json; readonly errors: readonly MemberError[] };

/** One value from what all members gave for a field; null and an error where everyone asked is silent, never an empty list. */
export function mergeField<Answer extends Answered>(
  merging: Merging,
  answers: readonly Answer[],
  where: Where<Answer>,
): Value {
  const { field, args, parent, place } = merging.instance;
  if (place.kind === 'bad') return failed(field, 'BAD_CURSOR');
  const given =
    merging.pages?.flatMap(givenIn) ??
    gather(merging.parts, { answers, where }, { ...askedAs(field), args, parent });
  const merged = MERGES[field.rule.by](merging, given);
  tellHop(merged.coverage, merging.request.calling);
  if (isSilence(merged.coverage)) return silence(field, merged.coverage);
  return { ...merged, errors: [...merged.errors, ...refusalsIn(field, given)] };
}

const givenIn = ({ given, lost }: MemberPage): readonly Given[] => (lost ? [given, lost] : [given]);

/** Whom a question asked for too much says so, beside what the others gave. */
const refusalsIn = ({ responseName }: Scattered, given: readonly Given[]): readonly MemberError[] =>
  given.flatMap((each) =>
    each.kind === 'missing'
      ? (each.errors ?? []).map((error) => ({ ...error, path: [responseName] }))
      : [],
  );

/** The hop knows what was sent; who was not asked, was not believed, or is missing from pages before, only the merge. */
function tellHop({ answered, missing }: Coverage, { hop }: Calling): void {
  for (const { member, reason } of missing) {
    if (answered.includes(member)) hop?.missed(member, reason);
    else hop?.missing(member, reason);
  }
}

const failed = (
  { responseName }: Pick<Scattered, 'responseName'>,
  code: keyof typeof REFUSALS,
): Value => ({
  value: null,
  errors: [{ message: REFUSALS[code].says, path: [responseName], extensions: { code } }],
});

/** Whoever does not offer the module was not asked; only when everyone asked is silent is the field an error. */
const isSilence = ({ answered, missing }: Coverage): boolean =>
  answered.length === 0 && missing.some((each) => each.reason !== 'MODULE_NOT_OFFERED');

function silence({ responseName }: Scattered, { missing }: Coverage): Value {
  const silent = missing.filter((each) => each.reason !== 'MODULE_NOT_OFFERED');
  const named = silent.map(({ member, reason }) => ({ member, reason }));
  for (const code of ['COST_EXCEEDED', 'FIELD_NOT_OFFERED'] as const)
    if (silent.every((each) => each.reason === code)) return failed({ responseName }, code);
  const who = silent.length === 1 ? `${silent[0]?.member} did not answer.` : 'No member answered.';
  const extensions = { code: 'MEMBER_UNAVAILABLE', missing: named };
  return { value: null, errors: [{ message: who, path: [responseName], extensions }] };
}

const MERGES: Readonly<
  Record<Scattered['rule']['by'], (merging: Merging, given: readonly Given[]) => Merged>
> = {
  ORDER: mergeConnection,
  PARTS: mergeParts,
  LIST: mergeList,
};

/** The sums of an aggregate. A member whose rows cannot be added is missing with all of them. */
function mergeParts(merging: Merging, given: readonly Given[]): Merged {
  const { parts, instance } = merging;
  const { atHome = false } = ownershipOf(parts.contract, instance.field.rule.of);
  const held = given.map((each) =>
    withoutFault(merging, each, ({ rows }) => faultInRows(each.member, rows, atHome)),
  );
  const coverage = coverageOfField(parts, held);
  const rows = held.flatMap((each) =>
    each.kind === 'given' ? (each.value.rows as readonly JsonObject[]) : [],
  );
  const row = typeOfField(instance.field.returns, 'rows');
  const added = addRows(rows, Object.keys(row?.getFields() ?? {})).map((row) =>
    asFarAsKnown(row, coverage),
  );
  const value = madeJson(merging, { rows: added }, coverage);
  return { value, errors: errorsOf(merging, held), coverage };
}

/** One entry after another, in order of the members' codes; a member speaks for itself alone. */
function mergeList(merging: Merging, given: readonly Given[]): Merged {
  const { instance, nodes, request, parts } = merging;
  const held = given.map((each) =>
    withoutFault(
      merging,
      each,
      (value) =>
        faultInList(each.member, value) ?? faultInTime(each.member, value, request.calling),
    ),
  );
  const coverage = coverageOfField(parts, held);
  const fields = selected(subSets(nodes), request.variables);
  const listOf = (responseName: string) =>
    held.flatMap((each) =>
      each.kind === 'given' ? (each.value[responseName] as readonly Json[]) : [],
    );
  const value = shaped(instance.field.returns, fields, (name, responseName, below) => {
    if (name === 'list') return listOf(responseName);
    const type = typeOfField(instance.field.returns, name);
    return type
      ? project(
          type,
          below,
          coverageJson(coverage, () => ''),
          request.variables,
        )
      : null;
  });
  return { value, errors: errorsOf(merging, held), coverage };
}

/** One entry, its own, under every name that the client gives the list. */
function faultInList(member: string, value: JsonObject): string | undefined {
  const { zlg_list: list } = value;
  const lists = Object.values(value).filter((each) => Array.isArray(each));
  const isOwn = (each: Json | undefined) => (each as JsonObject | null)?.code === member;
  if (Array.isArray(list) && isOwn(list[0]) && lists.every((each) => each.length === 1))
    return undefined;
  return `${member} spoke for others than itself: ${JSON.stringify(list ?? null).slice(0, 200)}.`;
}

/** Clocks differ by minutes, and now and then by an hour; who answers as of another day answers another question. */
function faultInTime(
  member: string,
  value: JsonObject,
  { clock = systemClock }: Calling,
): string | undefined {
  const { asOf } = ((value.zlg_list as readonly Json[])[0] ?? {}) as JsonObject;
  const aheadMs = Date.parse(String(asOf)) - clock.date().getTime();
  if (!(aheadMs > AHEAD_MS_MAX)) return undefined;
  return `${member} answered as of ${String(asOf)} at list.0.asOf, which it is not yet; its clock is to show UTC.`;
}
const AHEAD_MS_MAX = 24 * 3_600_000;

function withoutFault(
  merging: Merging,
  given: Given,
  faultIn: (value: JsonObject) => string | undefined,
): Given {
  if (given.kind === 'missing') return given;
  const fault = faultIn(given.value);
  return fault === undefined ? given : broken(merging.parts, given.member, fault);
}

/** Their paths from the field on, as a merged value is no member's. */
const errorsOf = (
  { instance: { field } }: Merging,
  given: readonly Given[],
): readonly MemberError[] =>
  given.flatMap((each) => {
    if (each.kind === 'missing') return [];
    return each.errors.map(({ path = [], ...rest }) => ({
      ...rest,
      path: [field.responseName, ...path.slice(path.indexOf(field.responseName) + 1)],
    }));
  });

function madeJson(
  { instance, nodes, request }: Merging,
  made: JsonObject,
  coverage: Coverage,
): Json {
  const value = { ...made, coverage: coverageJson(coverage, () => '') };
  return project(instance.field.returns, nodes, value, request.variables);
}
