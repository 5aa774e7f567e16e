import { buildASTSchema, type GraphQLSchema, isObjectType, parse } from 'graphql';
import { type Contract, type Reference, referencesOf } from '../../schema/index.ts';
import { entitySets, parseOperation, selected, withDefaults } from './document.ts';
import type { Json, JsonObject } from './json.ts';
import { project, shaped, typeOfField } from './project.ts';
import { remembering } from './remember.ts';
import { answerWith, type Source } from './source.ts';

/** A links face: references made from the ids that came along. It asks nobody. */
export function links(sdl: string, contract: Contract): Source {
  const schema = buildASTSchema(parse(sdl), { assumeValid: true, assumeValidSDL: true });
  const read = remembering(1_000, parseOperation);
  return (request) => {
    const operation = read(request.query);
    const variables = withDefaults(operation, request.variables);
    const representations = (variables.representations ?? []) as readonly JsonObject[];
    const linked = representations.map((each) => {
      const sets = entitySets(operation, String(each.__typename));
      return linkedRecord({ schema, contract, variables }, each, selected(sets, variables));
    });
    return Promise.resolve(answerWith({ _entities: linked }, []));
  };
}

type Linking = {
  readonly schema: GraphQLSchema;
  readonly contract: Contract;
  readonly variables: JsonObject;
};

function linkedRecord(
  { schema, contract, variables }: Linking,
  representation: JsonObject,
  fields: ReturnType<typeof selected>,
): Json {
  const type = schema.getType(String(representation.__typename));
  if (!isObjectType(type)) return null;
  const references = allReferences(contract, type.name);
  return shaped(type, fields, (name, _, nodes) => {
    const reference = references.find((each) => each.name === name);
    const target = typeOfField(type, name);
    if (!reference || !target) return representation[name] ?? null;
    return project(target, nodes, referenceTo(representation, reference), variables);
  });
}

const allReferences = (contract: Contract, type: string): readonly Reference[] =>
  (['shared', 'owned'] as const).flatMap((kind) =>
    referencesOf(contract, contract.types.get(type), kind),
  );

/** Objects that hold their key and no more, from one id or from a list of them. */
function referenceTo(row: JsonObject, { by, key }: Reference): Json {
  const value = row[by];
  if (value === null || value === undefined) return null;
  return Array.isArray(value) ? value.map((each: Json) => ({ [key]: each })) : { [key]: value };
}
