import {
  buildASTSchema,
  type FieldNode,
  getArgumentValues,
  getVariableValues,
  parse,
  type SelectionSetNode,
} from 'graphql';
import { askMember, type MemberAnswer, openAsked } from './ask-members.ts';
import { entitySets, selected, withDefaults } from './document.ts';
import { type Instance, listOf } from './instance.ts';
import type { Json, JsonObject } from './json.ts';
import type { MemberError } from './member.ts';
import type { MemberPage } from './member-page.ts';
import { mergeField } from './merge-field.ts';
import { pageInParts } from './page-in-parts.ts';
import { inParts, partedIn } from './parted.ts';
import { remembering } from './remember.ts';
import { isAboutOwned, readQuestion } from './rewrite.ts';
import { routeEntities } from './route-entities.ts';
import type { Scattered } from './scattered.ts';
import { isOfRoot, parentsOf, type Scatter } from './scattering.ts';
import { answerWith, type FaceAnswer, type Parts, type Source } from './source.ts';

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

async function scatter(scattering: Scatter): Promise<FaceAnswer> {
  const instances = instancesOf(scattering);
  const members = scattering.parts.members();
  const parted = partedIn(scattering, instances, members);
  const askedOf = openAsked(scattering, instances, parted);
  const asking = members.map((member) => askMember(scattering, askedOf(member), member));
  const pages = parted && (await pageInParts(inParts(scattering, parted, members), asking));
  const answers = await Promise.all(asking);
  return isOfRoot(scattering)
    ? rootAnswer(scattering, instances, answers, pages)
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

/** What an object of the question comes to: its data, and errors whose paths begin at it. */
type Made = { readonly data: JsonObject; readonly errors: readonly MemberError[] };

function rootAnswer(
  scattering: Scatter,
  instances: readonly Instance[],
  answers: readonly MemberAnswer[],
  pages: readonly MemberPage[] | undefined,
): FaceAnswer {
  const { operation } = scattering.question;
  const made = madeAt(
    scattering,
    { sets: [operation.selectionSet], parent: {}, instances, pages },
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
  /** What members gave of its connection, where that was asked for in parts. */
  readonly pages?: readonly MemberPage[] | undefined;
};

function madeAt(
  { parts, request }: Scatter,
  { sets, parent, instances, pages }: MadeObject,
  answers: readonly MemberAnswer[],
  pathOf: (answer: MemberAnswer) => readonly (string | number)[],
): Made {
  const data: Record<string, Json> = {};
  const errors: MemberError[] = [];
  for (const [name, nodes] of selected(sets, request.variables)) {
    const instance = instances.find((each) => each.field.responseName === name);
    const given = instance?.field.rule.by === 'ORDER' ? pages : undefined;
    const merged = instance
      ? mergeField({ parts, instance, nodes, request, pages: given }, answers, (each) => [
          ...pathOf(each),
          name,
        ])
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
