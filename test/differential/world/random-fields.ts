import type { Chance } from '../../oracle/chance.ts';
import {
  type Argument,
  type Field,
  fieldsInKey,
  type Interface,
  type Key,
  named,
  nameOf,
  type ObjectType,
  type Ref,
} from './model.ts';
import { type Bones, LEAVES, randomRef } from './random-types.ts';

type Skeleton = Omit<ObjectType, 'fields'>;

const NAMES = [
  ...['name', 'size', 'depth', 'grade', 'note', 'near', 'parts', 'grid', 'best', 'kind'],
  ...['constructor', 'then', 'length'],
];
const KEY_TYPES: Readonly<Record<string, Ref>> = {
  id: named('ID', true),
  code: named('String', true),
  zone: named('Int', true),
  no: named('String', true),
  ref: named('Ref', true),
};

export const plainField = (name: string, type: Ref, owners: readonly string[]): Field => ({
  ...{ name, type, owners },
  ...{ args: [], requires: [], provides: [] },
});

/** Of the types that every subgraph gives whole. They lead to entities, and to such types before them. */
export function valueFields(chance: Chance, bones: Bones, place: number): readonly Field[] {
  const before = bones.values.slice(0, place);
  const targets = [...before, ...bones.entities.map(({ name }) => name)];
  const types = ['size', ...chance.someOf(NAMES, 4).filter((each) => each !== 'size')].map(
    (name) => [name, chance.happens(0.3) ? chance.oneOf(targets) : chance.oneOf(LEAVES)] as const,
  );
  const size = bones.abstracts.find((each) => each.name === 'Shape');
  return types.map(([name, type]) => {
    const promised = name === 'size' ? promisedBy(size, name) : undefined;
    const field = plainField(name, promised ?? randomRef(chance, type), []);
    const mayBeStrict = !promised && !isComposite(field.type) && !field.type.isNonNull;
    return {
      ...field,
      args: promised || !chance.happens(0.15) ? [] : randomArguments(chance),
      ...(mayBeStrict && { strictIn: chance.someOf(bones.subgraphs, 2) }),
    };
  });
}

const promisedBy = (type: Bones['abstracts'][number] | undefined, name: string) =>
  type?.kind === 'interface' ? type.fields.find((each) => each.name === name)?.type : undefined;

/** The fields of its keys, those its interface promises, and a few of its own; what they require and provide comes later. */
export function entityFields(chance: Chance, bones: Bones, entity: Skeleton): readonly Field[] {
  const places = Object.keys(entity.keysIn);
  const keyed = [...new Set(entity.keys.flatMap(fieldsInKey))].map((name) =>
    keyField(chance, entity, name),
  );
  const interfaces = bones.abstracts.filter(
    (each) => each.kind === 'interface' && each.members.includes(entity.name),
  ) as readonly Interface[];
  const own = chance.shuffled(NAMES).slice(0, 2 + chance.below(5));
  return [
    ...keyed,
    ...promisedOf(interfaces).map(({ name, type }) =>
      plainField(name, narrowed(chance, type), ownersOf(chance, places)),
    ),
    ...own.map((name) => ownField(chance, bones, { name, places })),
    ...interfaces.flatMap(throughInterface),
  ];
}

/** Of two interfaces that promise the same, the first promises more. */
function promisedOf(interfaces: readonly Interface[]): Interface['fields'] {
  const all = interfaces.flatMap(({ fields }) => fields);
  const firsts = all.filter(
    (each, place) => all.findIndex(({ name }) => name === each.name) === place,
  );
  return firsts.filter(({ name }) => name !== 'id');
}

/** Of an interface object: each member of the interface has them, and they are alike in all. */
function throughInterface({ name, objects }: Interface): readonly Field[] {
  if (!objects) return [];
  return EXTRAS.map((each) => ({
    ...plainField(each.name, each.type, [objects.at]),
    args: each.args,
    through: name,
  }));
}

function keyField(chance: Chance, entity: Skeleton, name: string): Field {
  const type = KEY_TYPES[name] ?? named('String', true);
  const knows = (keys: readonly Key[]) =>
    keys.some((key) => fieldsInKey(key).some((each) => each === name));
  const owners = Object.keys(entity.keysIn).filter((each) => knows(entity.keysIn[each] ?? []));
  const all = name === 'id' ? [...owners, ...entity.stubsIn] : owners;
  const isInaccessible = name !== 'id' && chance.happens(0.15);
  return { ...plainField(name, type, all), ...(isInaccessible && { isInaccessible }) };
}

const narrowed = (chance: Chance, type: Ref): Ref =>
  chance.happens(0.3) ? { ...type, isNonNull: true } : type;

const ownersOf = (chance: Chance, places: readonly string[]): readonly string[] =>
  chance.shuffled(places).slice(0, chance.happens(0.15) ? 2 : 1);

type Own = { readonly name: string; readonly places: readonly string[] };
function ownField(chance: Chance, bones: Bones, { name, places }: Own): Field {
  const owners = ownersOf(chance, places);
  const type = randomRef(chance, randomTarget(chance, bones, owners.length === 1));
  const field = plainField(name, type, owners);
  const from = chance.oneOf(places);
  const isAbstract = bones.abstracts.some((each) => each.name === nameOf(type));
  const isOverriding =
    !isAbstract && owners.length === 1 && !owners.includes(from) && chance.happens(0.25);
  const isInaccessible = chance.happens(0.07);
  return {
    ...field,
    args: chance.happens(0.25) ? randomArguments(chance) : [],
    ...(isOverriding && { overrides: { from, ...randomLabel(chance) } }),
    ...(isInaccessible && { isInaccessible }),
  };
}

const randomLabel = (chance: Chance) =>
  chance.oneOf([
    {},
    {},
    { label: 'percent(0)' },
    { label: 'percent(100)' },
    { label: 'percent(40)' },
  ]);

/** Fields that two subgraphs give lead to nothing abstract: these may know different members of it. */
export function randomTarget(chance: Chance, bones: Bones, mayBeAbstract: boolean): string {
  const abstracts = mayBeAbstract ? bones.abstracts.map(({ name }) => name) : [];
  const entities = bones.entities.map(({ name }) => name);
  const objects = chance.happens(0.4) && abstracts.length > 0 ? abstracts : entities;
  const isLeaf = chance.happens(0.45);
  return chance.oneOf(isLeaf ? LEAVES : chance.happens(0.3) ? bones.values : objects);
}

const ARGUMENTS: readonly Argument[] = [
  { name: 'n', type: 'Int', byDefault: { text: '3', value: 3 } },
  { name: 'colour', type: 'Colour', byDefault: { text: 'RED', value: 'RED' } },
  {
    name: 'where',
    type: 'Filter',
    byDefault: { text: '{ tags: ["a"] }', value: { n: 2, tags: ['a'] } },
  },
  { name: 'tags', type: '[String!]' },
  { name: 'some', type: 'Filter' },
  { name: 'must', type: 'Int!' },
];
export const randomArguments = (chance: Chance): readonly Argument[] =>
  chance.shuffled(ARGUMENTS).slice(0, 1 + chance.below(3));

/** What the interface object gives. */
const EXTRAS = [
  plainField('extra', named('String'), []),
  { ...plainField('more', named('Int'), []), args: ARGUMENTS.slice(0, 1) },
];

export const isComposite = (type: Ref): boolean => !LEAVES.some((leaf) => leaf === nameOf(type));
