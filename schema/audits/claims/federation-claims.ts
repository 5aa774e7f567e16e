import { Kind, type TypeDefinitionNode } from 'graphql';
import type { Asking } from '../asking.ts';
import { broken, type Claim, keptUnless, MUST_AT_PUBLICATION, type Seen } from '../claim.ts';
import { requiredTypes } from '../required-types.ts';

/** How records are found by their keys, and that what is told is what is served. */
export const FEDERATION_CLAIMS: readonly Claim[] = [
  {
    id: 'ENTITIES_SERVED',
    ...MUST_AT_PUBLICATION,
    sentence: '`_entities` is served, for every record and shared entity of the offered modules.',
    remedy: 'Give each of these types its @key, and a way to find it by that key.',
    check: entitiesServed,
  },
  {
    id: 'SDL_KEYS',
    ...MUST_AT_PUBLICATION,
    sentence:
      'Every record has the key `id` in the SDL, every shared entity its own (`code`, `lei`).',
    remedy:
      'Write `@key(fields: "id")` on each record, and on Country, Commodity and Company their key.',
    check: async (asking) => {
      const published = await asking.published();
      if (published.kind === 'unread') return broken(published.says);
      const faults = keyed(asking).flatMap((name) => keyFaults(asking, name, published.types));
      return keptUnless(faults, `${keyed(asking).length} types have their keys.`);
    },
  },
  {
    id: 'SDL_AS_SERVED',
    ...MUST_AT_PUBLICATION,
    sentence: 'The SDL holds what is served: the same types with the same fields.',
    remedy: 'Make the SDL from the schema that answers, at each start, never by hand.',
    check: asServed,
  },
];

/** Records and shared entities of the offered modules. */
const keyed = (asking: Asking): readonly string[] =>
  [...requiredTypes(asking).keys()].filter((name) =>
    ['owned', 'shared'].includes(asking.contract.kindOf(name)),
  );

async function entitiesServed(asking: Asking): Promise<Seen> {
  const served = await asking.introspected();
  if (served.kind === 'unread') return broken(served.says);
  const entity = served.types.get('_Entity');
  const members = entity?.kind === Kind.UNION_TYPE_DEFINITION ? (entity.types ?? []) : [];
  const names = members.map((each) => each.name.value);
  const missing = keyed(asking).filter((name) => !names.includes(name));
  return keptUnless(
    missing.map((name) => `${name} is not among the entities.`),
    `${names.length} types are entities.`,
  );
}

function keyFaults(
  { contract }: Asking,
  name: string,
  types: ReadonlyMap<string, TypeDefinitionNode>,
): readonly string[] {
  const key = contract.keyOf(name);
  const keys = (types.get(name)?.directives ?? [])
    .filter((each) => each.name.value === 'key')
    .flatMap((each) => each.arguments ?? [])
    .flatMap(({ value }) => (value.kind === Kind.STRING ? [value.value.trim()] : []));
  return keys.includes(key) ? [] : [`${name} has not the key \`${key}\`.`];
}

/** Names that federation itself puts into a schema. */
const isFederations = (name: string): boolean =>
  name.startsWith('_') || name.includes('__') || name === 'FieldSet';

async function asServed(asking: Asking): Promise<Seen> {
  const [served, published] = await Promise.all([asking.introspected(), asking.published()]);
  if (served.kind === 'unread') return broken(served.says);
  if (published.kind === 'unread') return broken(published.says);
  const told = placesOf(published.types);
  const real = placesOf(served.types);
  return keptUnless(
    [
      ...[...told]
        .filter((each) => !real.has(each))
        .map((each) => `The SDL has ${each}, which is not served.`),
      ...[...real]
        .filter((each) => !told.has(each))
        .map((each) => `${each} is served, and the SDL has it not.`),
    ],
    `${real.size} types and fields are in both.`,
  );
}

const placesOf = (types: ReadonlyMap<string, TypeDefinitionNode>): ReadonlySet<string> =>
  new Set(
    [...types.values()]
      .filter(({ name }) => !isFederations(name.value))
      .filter(({ name }) => !BUILT_IN.includes(name.value))
      .flatMap((type) => [type.name.value, ...partsOf(type)]),
  );

const BUILT_IN = ['String', 'ID', 'Int', 'Float', 'Boolean'];

/** The fields of a type, or the words of an enum, with the type before them. */
function partsOf(type: TypeDefinitionNode): readonly string[] {
  const parts =
    'fields' in type ? (type.fields ?? []) : 'values' in type ? (type.values ?? []) : [];
  return parts
    .filter(({ name }) => !isFederations(name.value))
    .map(({ name }) => `${type.name.value}.${name.value}`);
}
