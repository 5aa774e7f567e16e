import {
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  isEnumType,
  isListType,
  isNonNullType,
  isObjectType,
  type SelectionSetNode,
} from 'graphql';
import { type Contract, ownerOf, ownershipOf } from '../../schema/index.ts';
import { entitySets, type Operation, selected, subSets } from './document.ts';
import type { Json, JsonObject } from './json.ts';

const KINDS = {
  text: (value: Json) => typeof value === 'string',
  boolean: (value: Json) => typeof value === 'boolean',
  number: (value: Json) => typeof value === 'number',
  integer: (value: Json) => Number.isInteger(value) && Math.abs(Number(value)) <= 2_147_483_647,
  'own code': (value: Json, member: string) => value === member,
} as const satisfies Readonly<Record<string, IsFit>>;

/** What a value must be: that of its type, with the fields that were asked and no other. */
export type Fit = { readonly isRequired: boolean } & (
  | { readonly kind: 'leaf'; readonly holds: Holds; readonly isFit: IsFit; readonly called: string }
  | { readonly kind: 'list'; readonly of: Fit }
  | ObjectFit
);
/** What a leaf may hold: words of an enum or one name, the member's own code, or any value of its kind. */
export type Holds = ReadonlySet<string> | keyof typeof KINDS;
type IsFit = (value: Json, member: string) => boolean;
export type ObjectFit = {
  readonly kind: 'object';
  readonly isRequired: boolean;
  /** Names of the key that says whose the object is, as the question asks for it: the id of a record, the code of a member. */
  readonly keys: readonly string[];
  readonly owns: 'record' | 'member' | 'nothing';
  readonly fields: readonly (readonly [string, Fit])[];
};

/** What the answer to an operation must be: its root fields, and what each representation of a type gives. */
export type AnswerFit = {
  readonly root: ObjectFit;
  readonly asksEntities: boolean;
  readonly entityOf: (type: string) => ObjectFit | undefined;
};
type Reading = {
  readonly schema: GraphQLSchema;
  readonly contract: Contract;
  readonly variables: JsonObject;
};

export function answerFit(operation: Operation, reading: Reading): AnswerFit {
  const entities = new Map<string, ObjectFit | undefined>();
  const entityOf = (type: string) => {
    if (!entities.has(type))
      entities.set(type, objectFit(type, entitySets(operation, type), reading));
    return entities.get(type);
  };
  const roots = [...selected([operation.selectionSet], reading.variables).values()];
  const asksEntities = roots.some(([node]) => node?.name.value === '_entities');
  const root = objectFit('Query', [operation.selectionSet], reading);
  return { root: root ?? NOTHING, asksEntities, entityOf };
}
const NOTHING: ObjectFit = {
  kind: 'object',
  isRequired: true,
  keys: [],
  owns: 'nothing',
  fields: [],
};

function objectFit(
  typeName: string,
  sets: readonly SelectionSetNode[],
  reading: Reading,
): ObjectFit | undefined {
  const type = reading.schema.getType(typeName);
  if (!isObjectType(type)) return undefined;
  const key = typeName === 'Member' ? 'code' : reading.contract.keyOf(typeName);
  const chosen = [...selected(sets, reading.variables)].filter(
    ([, [node]]) => node?.name.value !== '_entities',
  );
  const fields = chosen.map(([name, nodes]): readonly [string, Fit] => {
    const fieldName = nodes[0]?.name.value ?? '';
    const field = type.getFields()[fieldName];
    if (field && saysWhose(typeName, fieldName, reading)) return [name, OWN_CODE];
    return [name, field ? fitOf(field.type, subSets(nodes), reading) : typenameFit(typeName)];
  });
  const keys = chosen.flatMap(([name, [node]]) => (node?.name.value === key ? [name] : []));
  return { kind: 'object', isRequired: false, keys, owns: ownerKindOf(typeName, reading), fields };
}

const ownerKindOf = (type: string, { contract }: Reading): ObjectFit['owns'] => {
  if (type === 'Member') return 'member';
  return contract.kindOf(type) === 'owned' ? 'record' : 'nothing';
};

/** Of its own records a member gives its own code as their home and, where their country is their owner, as their country. */
function saysWhose(type: string, field: string, { contract }: Reading): boolean {
  if (contract.kindOf(type) !== 'owned') return false;
  return (
    field === 'home' || (field === 'countryCode' && ownershipOf(contract, type).atHome === true)
  );
}
const OWN_CODE = leafFit('own code', 'code of its own');

const typenameFit = (type: string): Fit => ({
  ...leafFit(new Set([type]), type),
  isRequired: true,
});

function leafFit(holds: Holds, called: string): Fit {
  const isFit: IsFit =
    typeof holds === 'string'
      ? KINDS[holds]
      : (value) => typeof value === 'string' && holds.has(value);
  return { kind: 'leaf', isRequired: false, holds, isFit, called };
}

function fitOf(type: GraphQLOutputType, sets: readonly SelectionSetNode[], reading: Reading): Fit {
  if (isNonNullType(type)) return { ...fitOf(type.ofType, sets, reading), isRequired: true };
  if (isListType(type))
    return { kind: 'list', isRequired: false, of: fitOf(type.ofType, sets, reading) };
  const named = getNamedType(type);
  const object = isObjectType(named) ? objectFit(named.name, sets, reading) : undefined;
  if (object) return object;
  const holds = isEnumType(named)
    ? new Set(named.getValues().map((each) => each.name))
    : (SCALARS[named.name] ?? 'text');
  return leafFit(holds, named.name);
}

/** Every scalar of the contract but these is a text in JSON. */
const SCALARS: Readonly<Record<string, Holds>> = {
  Boolean: 'boolean',
  Float: 'number',
  Int: 'integer',
};

/** What is wrong with a member's data, as the end of a sentence that begins with its code; undefined where it is what was asked. */
export function misfit(
  fit: AnswerFit,
  member: string,
  data: JsonObject,
  asked: readonly JsonObject[] = [],
): string | undefined {
  const { _entities: entities, ...rest } = data;
  const fault = misfitOfObject(fit.root, member, rest);
  if (fault !== undefined || !fit.asksEntities) return fault && sentence(fault);
  if (!Array.isArray(entities) || entities.length !== asked.length)
    return `gave no list of ${asked.length} records where so many were asked.`;
  for (const [place, representation] of asked.entries()) {
    const wrong = misfitOfEntity(fit, member, entities[place] as Json, representation);
    if (wrong !== undefined) return sentence(below(below(wrong, place), '_entities'));
  }
  return undefined;
}

/** What is wrong, and where it stands in the answer. */
type Misfit = { readonly says: string; readonly path: readonly (string | number)[] };
const misfitHere = (says: string): Misfit => ({ says, path: [] });
const below = ({ says, path }: Misfit, step: string | number): Misfit => ({
  says,
  path: [step, ...path],
});
const sentence = ({ says, path }: Misfit): string =>
  path.length > 0 ? `${says} at ${path.join('.')}.` : `${says}.`;

function misfitOfEntity(
  fit: AnswerFit,
  member: string,
  entity: Json,
  representation: JsonObject,
): Misfit | undefined {
  const own = fit.entityOf(String(representation.__typename));
  if (!own || entity === null) return undefined;
  const fault = misfitOf(own, member, entity);
  if (fault !== undefined) return fault;
  const key = representation.id ?? representation.code ?? representation.lei;
  const stranger = own.keys.find((name) => (entity as JsonObject)[name] !== key);
  if (stranger === undefined) return undefined;
  return misfitHere(
    `gave ${shown((entity as JsonObject)[stranger])} where ${shown(key)} was asked`,
  );
}

function misfitOf(fit: Fit, member: string, value: Json | undefined): Misfit | undefined {
  if (value === null && !fit.isRequired) return undefined;
  if (value === null || value === undefined)
    return misfitHere(`gave ${shown(value)} where a value is due`);
  if (fit.kind === 'leaf')
    return fit.isFit(value, member)
      ? undefined
      : misfitHere(`gave ${shown(value)}, which is no ${fit.called}`);
  if (fit.kind === 'object') return misfitOfObject(fit, member, value);
  if (!Array.isArray(value)) return misfitHere(`gave ${shown(value)} where a list is due`);
  for (const [place, each] of (value as readonly Json[]).entries()) {
    const fault = misfitOf(fit.of, member, each);
    if (fault !== undefined) return below(fault, place);
  }
  return undefined;
}

function misfitOfObject(
  { fields, keys, owns }: ObjectFit,
  member: string,
  value: Json,
): Misfit | undefined {
  if (value === null || typeof value !== 'object' || Array.isArray(value))
    return misfitHere(`gave ${shown(value)} where an object is due`);
  const row = value as JsonObject;
  for (const [name, fit] of fields) {
    const fault = misfitOf(fit, member, Object.hasOwn(row, name) ? row[name] : undefined);
    if (fault !== undefined) return below(fault, name);
  }
  if (Object.keys(row).length !== fields.length)
    return misfitHere('gave fields that were not asked');
  const stranger = keys.find(
    (name) => !isOwn(owns, member, row[name]) || row[name] !== row[keys[0] ?? ''],
  );
  return stranger === undefined
    ? undefined
    : misfitHere(`gave ${shown(row[stranger])}, which is not its own or not what it gave beside`);
}

function isOwn(owns: ObjectFit['owns'], member: string, key: Json | undefined): boolean {
  if (owns === 'nothing') return true;
  return owns === 'member' ? key === member : ownerOf(key) === member;
}

const shown = (value: Json | undefined): string =>
  value === undefined ? 'nothing' : JSON.stringify(value).slice(0, 200);
