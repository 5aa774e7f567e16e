import {
  type FieldNode,
  type GraphQLObjectType,
  type GraphQLSchema,
  getOperationAST,
} from 'graphql';
import { mergeOf } from '../../schema/index.ts';
import type { ClientQuestion } from './check-cursors.ts';
import { operationOf, selected, subSets, withDefaults } from './document.ts';
import type { Json, JsonObject } from './json.ts';
import type { MemberError } from './member.ts';
import { project, typeOfField } from './project.ts';
import type { Parts } from './source.ts';

export type ClientAnswer = {
  readonly data: JsonObject;
  readonly errors: readonly MemberError[];
};
type Knowing = Pick<Parts, 'contract' | 'silentSince'> & { readonly schema: GraphQLSchema };

/**
 * The data of an answer, in which each list names the owners whose rows it shows and whose details did not come. Coverage is finished
 * only when all hops are: a member may give the heads of its rows and fall silent before their details are asked for.
 */
export function withMissingDetails(
  knowing: Knowing,
  { document, operationName, variables }: ClientQuestion,
  { data, errors }: ClientAnswer,
): JsonObject {
  const lost = errors.flatMap(lostRecord);
  const node = getOperationAST(document, operationName);
  const type = knowing.schema.getQueryType();
  if (lost.length === 0 || !node || !type) return data;
  const operation = operationOf(document, node);
  const finishing = { ...knowing, variables: withDefaults(operation, variables) };
  const fields = selected([operation.selectionSet], finishing.variables);
  return finishedObject({ type, fields, value: data, lost }, finishing);
}

/** An error that coverage says already: a record lacks a field that came after its member's version, and is null there. */
export const isSaidByCoverage = ({ extensions = {} }: MemberError): boolean =>
  extensions.code === 'FIELD_NOT_OFFERED' && 'member' in extensions;

/** A record whose owner fell silent or lacks a field, and the path that leads to it from here. */
type Lost = {
  readonly path: readonly (string | number)[];
  readonly member: string;
  readonly reason: string;
};

function lostRecord(error: MemberError): readonly Lost[] {
  const { path, extensions = {} } = error;
  if (!path) return [];
  const member = String(extensions.member);
  if (isSaidByCoverage(error)) return [{ path, member, reason: 'FIELD_NOT_OFFERED' }];
  if (extensions.code !== 'MEMBER_UNAVAILABLE') return [];
  return [{ path, member, reason: String(extensions.reason) }];
}

type Finishing = Knowing & { readonly variables: JsonObject };
type Place<Value> = {
  readonly type: GraphQLObjectType;
  readonly fields: ReadonlyMap<string, readonly FieldNode[]>;
  readonly value: Value;
  readonly lost: readonly Lost[];
};

function finished(place: Place<Json>, finishing: Finishing): Json {
  const { value, lost } = place;
  if (lost.length === 0 || value === null || typeof value !== 'object') return value;
  if (!Array.isArray(value))
    return finishedObject({ ...place, value: value as JsonObject }, finishing);
  return value.map((each: Json, index) =>
    finished({ ...place, value: each, lost: below(lost, index) }, finishing),
  );
}

function finishedObject(place: Place<JsonObject>, finishing: Finishing): JsonObject {
  const { type, fields, value, lost } = place;
  const own = lostRows(place, finishing);
  const made: Record<string, Json> = { ...value };
  for (const [name, nodes] of fields) {
    const field = nodes[0]?.name.value ?? '';
    const inner = typeOfField(type, field);
    if (!inner) continue;
    const at = {
      type: inner,
      fields: selected(subSets(nodes), finishing.variables),
      value: value[name] ?? null,
    };
    made[name] =
      field === 'coverage'
        ? withDetails({ ...at, lost: own }, finishing)
        : finished({ ...at, lost: below(lost, name) }, finishing);
  }
  return made;
}

const below = (lost: readonly Lost[], step: string | number): readonly Lost[] =>
  lost.flatMap(({ path: [first, ...path], ...rest }) =>
    first === step ? [{ ...rest, path }] : [],
  );

/**
 * Of a list, what is lost of its own rows, each member once: `[edges, 3, node]`, whatever the client calls them. What is merged otherwise
 * is its members' throughout, and lacks what they never had. That a member fell silent is told before that.
 */
function lostRows(
  { type, fields, lost }: Place<JsonObject>,
  { contract, variables }: Finishing,
): readonly Lost[] {
  const by = mergeOf(contract, type.name)?.by;
  if (by === undefined) return [];
  const isRow = by === 'ORDER' ? isRowOf(fields, variables) : neverHad;
  const rows = lost.filter(isRow);
  const inTurn = [...rows.filter(neverHad), ...rows.filter((each) => !neverHad(each))];
  return [...new Map(inTurn.map((each) => [each.member, each])).values()];
}

const neverHad = ({ reason }: Lost): boolean => reason === 'FIELD_NOT_OFFERED';

const isRowOf =
  (fields: Place<Json>['fields'], variables: JsonObject) =>
  ({ path: [edges, , node, ...rest] }: Lost): boolean => {
    const ofEdge = selected(subSets(fields.get(String(edges)) ?? []), variables);
    return rest.length === 0 && ofEdge.get(String(node))?.[0]?.name.value === 'node';
  };

/** The coverage with these members missing too; the rest of what they gave is there. */
function withDetails(
  { type, fields, value, lost }: Place<Json>,
  { silentSince, variables }: Finishing,
): Json {
  if (lost.length === 0 || value === null) return value;
  const missing = lost.map(({ member, reason }) => ({
    member,
    reason,
    since: silentSince(member),
    part: 'DETAILS',
    missedRange: null,
  }));
  const coverage: Record<string, Json> = { ...(value as JsonObject) };
  for (const [name, nodes] of fields) {
    const inner = typeOfField(type, 'missing');
    if (nodes[0]?.name.value === 'complete') coverage[name] = false;
    if (nodes[0]?.name.value !== 'missing' || !inner) continue;
    const added = project(inner, nodes, missing, variables) as readonly Json[];
    coverage[name] = [...((coverage[name] ?? []) as readonly Json[]), ...added];
  }
  return coverage;
}
