import {
  type GraphQLNamedType,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isObjectType,
  type SelectionSetNode,
} from 'graphql';
import { isOlder } from '../../schema/index.ts';
import { entitySets, type Operation, parseOperation, selected, subSets } from './document.ts';
import type { Json, JsonObject } from './json.ts';
import type { Answer, MemberAddress, MemberRequest, Send } from './member.ts';
import { type Speaking, schemaOf } from './speaking.ts';

/**
 * The same sending, but of a member of a later version than the gateway's, words of enums that came later are left out: of a list, or
 * null. Of all other members an unknown word is a fault as ever.
 */
export function withoutNewerValues(send: Send, { sdl, contract }: Speaking): Send {
  const schema = schemaOf(sdl);
  const known = (answer: Answer, member: MemberAddress, request: MemberRequest): Answer => {
    if (answer.kind === 'silent' || answer.pages) return answer; // what was read has known words only
    const version = versionOf(member, answer.data);
    if (version === contract.version || !isOlder(contract.version, version)) return answer;
    const operation = parseOperation(request.query);
    const reading = { operation, variables: request.variables ?? {}, schema: schema() };
    return { ...answer, data: knownOf(answer.data, reading) };
  };
  return (member, request, calling) => {
    const answering = send(member, request, calling);
    const isKnown =
      member.contractVersion === contract.version && !ASKS_VERSION.test(request.query);
    return isKnown ? answering : answering.then((answer) => known(answer, member, request));
  };
}

/** Only then can it say in this very answer that it is of another version. */
const ASKS_VERSION = /\bcontractVersion\b/;

/** As it says in this very answer, for it may have changed just now; else as it said before. */
function versionOf({ contractVersion }: MemberAddress, { members }: JsonObject): string {
  const list = isObject(members) ? members.list : undefined;
  const [said] = Array.isArray(list) ? (list as readonly Json[]) : [];
  const own = isObject(said) ? said.contractVersion : undefined;
  return String(own ?? contractVersion ?? '');
}

type Reading = {
  readonly operation: Operation;
  readonly variables: JsonObject;
  readonly schema: GraphQLSchema;
};
type At = {
  readonly type: GraphQLNamedType | undefined;
  readonly sets: readonly SelectionSetNode[];
};

/** Nothing of it has been checked yet: what is not as it should be stays as it came. */
function knownOf(data: JsonObject, reading: Reading): JsonObject {
  const { operation, schema, variables } = reading;
  const root = { type: schema.getType('Query'), sets: [operation.selectionSet] };
  const known = knownFields(data, root, reading);
  const { _entities: entities } = data;
  if (!Array.isArray(entities)) return known;
  const asked = (variables.representations ?? []) as readonly JsonObject[];
  const found = (entities as readonly Json[]).map((each, place) => {
    const name = String(asked[place]?.__typename);
    return knownValue(
      each,
      { type: schema.getType(name), sets: entitySets(operation, name) },
      reading,
    );
  });
  return { ...known, _entities: found };
}

function knownFields(value: JsonObject, { type, sets }: At, reading: Reading): JsonObject {
  if (!isObjectType(type)) return value;
  const made: Record<string, Json> = { ...value };
  for (const [name, nodes] of selected(sets, reading.variables)) {
    const field = type.getFields()[nodes[0]?.name.value ?? ''];
    const given = Object.hasOwn(value, name) ? value[name] : undefined;
    if (!field || given === undefined) continue;
    made[name] = knownValue(
      given,
      { type: getNamedType(field.type), sets: subSets(nodes) },
      reading,
    );
  }
  return made;
}

function knownValue(value: Json, at: At, reading: Reading): Json {
  if (Array.isArray(value))
    return (value as readonly Json[])
      .map((each) => knownValue(each, at, reading))
      .filter((each, place) => each !== null || value[place] === null);
  if (isEnumType(at.type)) return isWord(value) && !at.type.getValue(value) ? null : value;
  return isObject(value) ? knownFields(value, at, reading) : value;
}

const isWord = (value: Json): value is string =>
  typeof value === 'string' && /^[A-Z][A-Z0-9_]*$/.test(value);
const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
