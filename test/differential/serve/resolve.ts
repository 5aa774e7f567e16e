import { GraphQLError, type GraphQLFieldResolver, type GraphQLTypeResolver } from 'graphql';
import type { JsonObject } from '../../../gateway/members/index.ts';
import { type Field, fieldOf, objectOf } from '../world/model.ts';
import type { Row, Value } from '../world/rows.ts';
import { requiring, toldBy, valueIn } from './derive.ts';
import { type FieldFault, type FieldFaults, faultKey, type Mangle, type Path } from './fault.ts';
import type { World } from './open-world.ts';

/** A row as a resolver has it: with what its subgraph was told of it, where it came as an entity. */
export type Seen = { readonly row: Row; readonly representation?: JsonObject };

/** What goes with one question: how the world stands, and what is noted. */
export type Answering = {
  readonly world: World;
  /** The subgraph that answers; none where the whole world does. */
  readonly subgraph?: string;
  readonly faults: FieldFaults;
  /** The mutations that were made, in order, by whichever subgraph. */
  readonly mutations: string[];
  readonly mangles: Mangle[];
  /** Each field of a row that was asked. */
  readonly asked: (row: Row, field: string, path: () => Path) => void;
};

type Resolver = GraphQLFieldResolver<Seen | undefined, Answering, JsonObject>;

/** An interface object stands for rows whose type its subgraph does not know. */
export const resolveType: GraphQLTypeResolver<Seen, Answering> = (seen, _answering, { schema }) =>
  schema.getType(seen.row.type) ? seen.row.type : String(seen.representation?.__typename);

/** Resolves any field of any type: subgraphs and the whole world differ in what they know of a row, not in what it says. */
export const resolveField: Resolver = (source, args, answering, info) => {
  const { rows, schema } = answering.world;
  const isMutation = info.parentType.name === 'Mutation';
  const seen = source ?? { row: isMutation ? rows.mutation : rows.query };
  const { serial, type } = seen.row;
  answering.asked(seen.row, info.fieldName, () => pathOf(info.path));
  const field = fieldOf(objectOf(schema, type), info.fieldName);
  if (!field) throw new Error(`Expected a field of ${type}, got ${info.fieldName}.`);
  if (isMutation) answering.mutations.push(info.fieldName);
  const fault = answering.faults.get(faultKey(serial, field.name));
  const value = () => seenValue(valueFor(seen, field, args, answering));
  if (!fault) return value();
  return withFault(fault, { value, answering, path: pathOf(info.path) });
};

/** What a field requires need not be told where its subgraph provides it on the way: then there is no representation. */
function valueFor(seen: Seen, field: Field, args: JsonObject, answering: Answering): Value {
  const { world, subgraph } = answering;
  const isOwner = subgraph !== undefined && field.owners.includes(subgraph);
  const needsToBeTold = isOwner && field.requires.length > 0 && seen.representation;
  if (!needsToBeTold) return valueIn(world.schema, seen.row, field.name, args);
  const stored = seen.row.values.get(field.name) ?? { kind: 'leaf', json: null };
  return requiring(stored, args, toldBy(needsToBeTold, field.requires));
}

/** As graphql-js takes it. */
function seenValue(value: Value): unknown {
  switch (value.kind) {
    case 'leaf':
      return value.json;
    case 'row':
      return { row: value.row } satisfies Seen;
    case 'list':
      return value.items.map(seenValue);
  }
}

type Faulty = {
  readonly value: () => unknown;
  readonly answering: Answering;
  readonly path: Path;
};

/** In the whole world a value that is none is an error where it stands; a subgraph says it as if nothing were. */
function withFault(fault: FieldFault, { value, answering, path }: Faulty): unknown {
  const isWhole = answering.subgraph === undefined;
  switch (fault) {
    case 'throws':
      throw new GraphQLError('It failed.');
    case 'null':
      return null;
    case 'hole':
      return holed(value());
    case 'wrong':
      if (isWhole && value() !== null) throw new GraphQLError('It is wrong.');
      break;
    case 'silent':
    case 'missing':
      if (isWhole) return null;
  }
  answering.mangles.push({ path, fault });
  return value();
}

const holed = (value: unknown): unknown =>
  Array.isArray(value) && value.length > 0 ? [null, ...value.slice(1)] : value;

type Linked = { readonly prev: Linked | undefined; readonly key: string | number };
const pathOf = (path: Linked | undefined): Path => (path ? [...pathOf(path.prev), path.key] : []);
