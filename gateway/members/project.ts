import { type FieldNode, type GraphQLObjectType, getNamedType, isObjectType } from 'graphql';
import { type Selected, selected, subSets } from './document.ts';
import type { Json, JsonObject } from './json.ts';

/** Gives the value of one field of an object that the gateway makes: by field name, for the nodes that select it. */
export type Give = (fieldName: string, responseName: string, nodes: readonly FieldNode[]) => Json;

/** An object that the gateway makes, in the shape that the client selected. */
export function shaped(type: GraphQLObjectType, fields: Selected, give: Give): JsonObject {
  const made: Record<string, Json> = {};
  for (const [responseName, nodes] of fields) {
    const name = nodes[0]?.name.value ?? responseName;
    made[responseName] = name === '__typename' ? type.name : give(name, responseName, nodes);
  }
  return made;
}

/** A value keyed by field names, in the shape that the client selected: aliases applied, what was not asked left out. */
export function project(
  type: GraphQLObjectType,
  nodes: readonly FieldNode[],
  value: Json | undefined,
  variables: JsonObject,
): Json {
  if (value === null || value === undefined) return null;
  if (Array.isArray(value)) return value.map((each: Json) => project(type, nodes, each, variables));
  const row = value as JsonObject;
  return shaped(type, selected(subSets(nodes), variables), (name, _, below) => {
    const inner = typeOfField(type, name);
    return inner ? project(inner, below, row[name], variables) : (row[name] ?? null);
  });
}

/** The object type that a field leads to; undefined where it gives scalars or enums. */
export function typeOfField(type: GraphQLObjectType, name: string): GraphQLObjectType | undefined {
  const field = type.getFields()[name];
  const named = field && getNamedType(field.type);
  return isObjectType(named) ? named : undefined;
}
