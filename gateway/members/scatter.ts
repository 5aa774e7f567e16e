import {
  buildASTSchema,
  type FieldNode,
  type GraphQLSchema,
  getArgumentValues,
  getVariableValues,
  parse,
  type SelectionSetNode,
} from 'graphql';
import { writePosition } from '../../schema/index.ts';
import { entitySets, selected, variablesOf, withDefaults } from './document.ts';
import type { Answered } from './gather.ts';
import { type Instance, isReadable, listOf } from './instance.ts';
import type { Json, JsonObject, Member, MemberError, MemberRequest } from './member.ts';
import { mergeField } from './merge-field.ts';
import { remembering } from './remember.ts';
import { isAboutOwned, type Question, readQuestion } from './rewrite.ts';
import { standing } from './route.ts';
import { routeEntities } from './route-entities.ts';
import { askedAs, type Scattered } from './scattered.ts';
import {
  answerWith,
  type FaceAnswer,
  type FaceRequest,
  type Parts,
  type Source,
} from './source.ts';

/** Texts that the planner makes are few; each is read once. */
const QUESTIONS_KEPT = 1_000;

/** The continental face: one ask for each member that could contribute, then one merge for each field. */
export function continental(sdl: string, parts: Parts): Source {
  const schema = buildASTSchema(parse(sdl), { assumeValid: true, assumeValidSDL: true });
  const read = remembering(QUESTIONS_KEPT, (text) => readQuestion(text, schema, parts.contract));
  return (request) => {
    if (isAboutOwned(parts.contract, request.variables)) return routeEntities(request, parts);
    const question = read(request.query);
    const variables = withDefaults(question.operation, request.variables);
    return scatter({ parts, schema, question, request: { ...request, variables } });
  };
}

type Scatter = {
  readonly parts: Parts;
  readonly schema: GraphQLSchema;
  readonly question: Question;
  readonly request: FaceRequest;
};

async function scatter(scattering: Scatter): Promise<FaceAnswer> {
  const instances = instancesOf(scattering);
  const askedOf = openAsked(scattering, instances);
  const answers = await Promise.all(
    scattering.parts.members().map((member) => askMember(scattering, askedOf(member), member)),
  );
  const isRoot = scattering.request.variables.representations === undefined;
  return isRoot
    ? rootAnswer(scattering, instances, answers)
    : entitiesAnswer(scattering, instances, answers);
}

/** Each scattered field on each parent that it stands on, with where its cursor stands. At the root there is one parent, without a key. */
function instancesOf(scattering: Scatter): readonly Instance[] {
  const { parts, question, request } = scattering;
  const args = argumentsOfFields(scattering);
  const included = remembering(20, (type) => includedUnder(type, scattering));
  return parentsOf(request).flatMap((parent, index) =>
    question.fields.flatMap((field): readonly Instance[] => {
      const type = String(parent.__typename ?? 'Query');
      if (type !== field.parent.name || !included(type).has(field.responseName)) return [];
      const instance = {
        field,
        args: args.get(field) ?? {},
        parent,
        index,
        parentKey: keyIn(parts, parent),
      };
      return [{ ...instance, place: placeOf(instance, scattering) }];
    }),
  );
}

function placeOf(
  instance: Omit<Instance, 'place'>,
  { parts, request }: Scatter,
): Instance['place'] {
  const { after } = instance.args;
  if (after === null || after === undefined) return { kind: 'start' };
  const place = parts.sealer.unseal(after, listOf(instance, request.calling));
  return place ? { kind: 'behind', place } : { kind: 'bad' };
}

/** Response names under a type that @skip and @include leave: what is skipped is asked of nobody. */
function includedUnder(type: string, { question, request }: Scatter): ReadonlySet<string> {
  const { operation } = question;
  const sets = type === 'Query' ? [operation.selectionSet] : entitySets(operation, type);
  return new Set(selected(sets, request.variables).keys());
}

const parentsOf = ({ variables }: FaceRequest): readonly JsonObject[] =>
  (variables.representations as readonly JsonObject[] | undefined) ?? [{}];

const keyIn = ({ contract }: Parts, parent: JsonObject): string => {
  const type = parent.__typename;
  return type === undefined ? '' : String(parent[contract.keyOf(String(type))]);
};

function argumentsOfFields({
  schema,
  question,
  request,
}: Scatter): ReadonlyMap<Scattered, JsonObject> {
  const definitions = (question.operation.variableDefinitions ?? []).filter(
    (each) => each.variable.name.value !== 'representations',
  );
  const { coerced = {} } = getVariableValues(schema, definitions, request.variables);
  return new Map(
    question.fields.flatMap((field): [Scattered, JsonObject][] => {
      const definition = field.parent.getFields()[field.fieldName];
      return definition
        ? [[field, getArgumentValues(definition, field.node, coerced) as JsonObject]]
        : [];
    }),
  );
}

/** A member's answer, with the places of the parents that it was asked about, in their order. */
type MemberAnswer = Answered & { readonly places: readonly number[] };
type Asked = { readonly request: MemberRequest; readonly places: readonly number[] };

async function askMember(
  { parts, request: { calling } }: Scatter,
  asked: Asked | undefined,
  member: Member,
): Promise<MemberAnswer> {
  if (!asked) return { member, answer: undefined, places: [] };
  const answer = await parts.send(member, asked.request, calling);
  return { member, answer, places: asked.places };
}

/** What each member is asked. Mostly all are asked the same, and then it is one and the same request. */
function openAsked(scattering: Scatter, instances: readonly Instance[]) {
  const readable = instances.filter(isReadable);
  const made = new Map<string, Asked>();
  return (member: Member): Asked | undefined => {
    const mine = readable.filter((each) => isAsked(scattering.parts, member, each));
    if (mine.length === 0) return undefined;
    const pattern = mine.length === readable.length ? '' : mine.map(nameOf).join(' ');
    const asked = made.get(pattern) ?? askedWith(scattering, mine);
    made.set(pattern, asked);
    return asked;
  };
}

const nameOf = ({ index, field }: Instance): string => `${index}.${field.key}`;

function askedWith({ question, request }: Scatter, mine: readonly Instance[]): Asked {
  const places = [...new Set(mine.map((each) => each.index))];
  const wanted = new Set(mine.map(({ field }) => field));
  const { query, variables } = question.askFor(
    question.fields.filter((each) => wanted.has(each)).map((each) => each.key),
  );
  const parents = parentsOf(request);
  const given: JsonObject = {
    ...request.variables,
    ...positionsOf(mine),
    representations: places.map((place) => parents[place] ?? {}),
  };
  return { request: { query, variables: variablesOf(variables, given) }, places };
}

const isAsked = ({ contract }: Parts, member: Member, { field, args, parent }: Instance): boolean =>
  standing(contract, member, { ...askedAs(field), args, parent }).kind === 'asked';

/** The plain positions that go to a member. A cursor is good for one parent only, so there is one position for each field. */
const positionsOf = (instances: readonly Instance[]): JsonObject =>
  Object.fromEntries(
    instances.flatMap(({ field, place }): readonly [string, Json][] =>
      place.kind === 'behind' ? [[field.afterVariable, writePosition(place.place.position)]] : [],
    ),
  );

/** What an object of the question comes to: its data, and errors whose paths begin at it. */
type Made = { readonly data: JsonObject; readonly errors: readonly MemberError[] };

function rootAnswer(
  scattering: Scatter,
  instances: readonly Instance[],
  answers: readonly MemberAnswer[],
): FaceAnswer {
  const { operation } = scattering.question;
  const made = madeAt(
    scattering,
    { sets: [operation.selectionSet], parent: {}, instances },
    answers,
    () => [],
  );
  return answerWith(made.data, made.errors);
}

function entitiesAnswer(
  scattering: Scatter,
  instances: readonly Instance[],
  answers: readonly MemberAnswer[],
): FaceAnswer {
  const { operation } = scattering.question;
  const made = parentsOf(scattering.request).map((parent, index) => {
    const object = {
      sets: entitySets(operation, String(parent.__typename)),
      parent,
      instances: instances.filter((each) => each.index === index),
    };
    return madeAt(scattering, object, answers, ({ places }) => [
      '_entities',
      places.indexOf(index),
    ]);
  });
  const errors = made.flatMap((each, index) =>
    each.errors.map((error) => ({ ...error, path: ['_entities', index, ...(error.path ?? [])] })),
  );
  return answerWith({ _entities: made.map((each) => each.data) }, errors);
}

type MadeObject = {
  readonly sets: readonly SelectionSetNode[];
  readonly parent: JsonObject;
  readonly instances: readonly Instance[];
};

function madeAt(
  { parts, request }: Scatter,
  { sets, parent, instances }: MadeObject,
  answers: readonly MemberAnswer[],
  pathOf: (answer: MemberAnswer) => readonly (string | number)[],
): Made {
  const data: Record<string, Json> = {};
  const errors: MemberError[] = [];
  for (const [name, nodes] of selected(sets, request.variables)) {
    const instance = instances.find((each) => each.field.responseName === name);
    const merged = instance
      ? mergeField({ parts, instance, nodes, request }, answers, (each) => [...pathOf(each), name])
      : { value: plainField(parent, nodes), errors: [] };
    data[name] = merged.value;
    errors.push(...merged.errors);
  }
  return { data, errors };
}

/** A field that nobody is asked for: the type's name, or the key that came with the representation. */
function plainField(parent: JsonObject, nodes: readonly FieldNode[]): Json {
  const name = nodes[0]?.name.value ?? '';
  return name === '__typename' ? (parent[name] ?? 'Query') : (parent[name] ?? null);
}
