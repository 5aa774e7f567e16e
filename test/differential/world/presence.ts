import {
  type Abstract,
  type Field,
  fieldOf,
  fieldsInKey,
  keysAt,
  nameOf,
  type ObjectType,
  objectOf,
  type Required,
  type Schema,
} from './model.ts';

/** What one subgraph knows: of each object type its fields, `external` where it cannot give them; and which abstract types. */
export type Presence = {
  readonly objects: ReadonlyMap<string, ReadonlyMap<string, 'own' | 'external'>>;
  readonly abstracts: ReadonlySet<string>;
};

type Known = {
  readonly objects: Map<string, Map<string, 'own' | 'external'>>;
  readonly abstracts: Set<string>;
  readonly schema: Schema;
  readonly subgraph: string;
};

/** Begins with what the subgraph gives, and follows the types of its fields until nothing new comes. */
export function presenceOf(schema: Schema, subgraph: string): Presence {
  const known: Known = { objects: new Map(), abstracts: new Set(), schema, subgraph };
  for (const type of schema.objects) addGiven(known, type);
  for (const type of schema.abstracts)
    if (type.kind === 'interface' && type.objects?.home === subgraph) addType(known, type.name);
  return known;
}

function addGiven(known: Known, type: ObjectType): void {
  const { subgraph } = known;
  if (type.keysIn[subgraph] || type.stubsIn.includes(subgraph)) addType(known, type.name);
  for (const field of type.fields) if (isGivenAt(field, subgraph)) addOwn(known, type, field);
}

const isGivenAt = (field: Field, subgraph: string): boolean =>
  !field.through && (field.owners.includes(subgraph) || field.overrides?.from === subgraph);

function addOwn(known: Known, type: ObjectType, field: Field): void {
  addField(known, type, field, 'own');
  if (!field.owners.includes(known.subgraph)) return;
  addExternals(known, type, field.requires);
  addExternals(known, objectOf(known.schema, nameOf(field.type)), field.provides);
}

function addExternals(
  known: Known,
  type: ObjectType | undefined,
  wanted: readonly Required[],
): void {
  for (const each of wanted) {
    const at = each.on ? objectOf(known.schema, each.on) : type;
    const field = fieldOf(at, each.field);
    if (!at || !field) continue;
    const isOwn = at.kind === 'value' || isGivenAt(field, known.subgraph);
    addField(known, at, field, isOwn ? 'own' : 'external');
    for (const one of each.below)
      addExternals(known, objectOf(known.schema, one.on ?? nameOf(field.type)), [one]);
  }
}

function addField(known: Known, type: ObjectType, field: Field, how: 'own' | 'external'): void {
  addType(known, type.name);
  const fields = known.objects.get(type.name);
  if (!fields || fields.get(field.name) === 'own') return;
  const isKnown = fields.has(field.name);
  fields.set(field.name, how);
  if (!isKnown) addType(known, nameOf(field.type));
}

function addType(known: Known, name: string): void {
  const { schema, subgraph } = known;
  if (known.objects.has(name) || known.abstracts.has(name)) return;
  const abstract = schema.abstracts.find((each) => each.name === name);
  if (abstract) addAbstract(known, abstract);
  const type = objectOf(schema, name);
  if (!type) return;
  known.objects.set(name, new Map());
  for (const field of fieldsOfType(type, subgraph)) addField(known, type, field, 'own');
}

function addAbstract(known: Known, abstract: Abstract): void {
  const { schema, subgraph } = known;
  known.abstracts.add(abstract.name);
  if (isObjectAt(schema, abstract.name, subgraph)) return;
  for (const member of abstract.membersIn[subgraph] ?? []) addType(known, member);
  const related = schema.abstracts.filter((each) => isAboveOrBelow(abstract, each));
  for (const each of related) addType(known, each.name);
}

/** Whoever knows an interface knows those that it implements, and that implement it: what it promises, they promise. */
const isAboveOrBelow = (one: Abstract, other: Abstract): boolean =>
  one.kind === 'interface' &&
  other.kind === 'interface' &&
  (one.above === other.name || other.above === one.name);

/** What a subgraph gives of every type that it knows: its keys, or all of a value. */
const fieldsOfType = (type: ObjectType, subgraph: string): readonly Field[] =>
  type.kind === 'value'
    ? type.fields
    : type.kind === 'root'
      ? []
      : keysAt(type, subgraph)
          .flatMap(fieldsInKey)
          .flatMap((name) => fieldOf(type, name) ?? []);

export const isObjectAt = (schema: Schema, name: string, subgraph: string): boolean =>
  schema.abstracts.some(
    (each) => each.kind === 'interface' && each.name === name && each.objects?.at === subgraph,
  );
