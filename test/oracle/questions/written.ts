import {
  astFromValue,
  type GraphQLInputType,
  type GraphQLNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isRequiredInputField,
  print,
} from 'graphql';
import type { Chance } from '../chance.ts';

export type Choosing = {
  readonly chance: Chance;
  /** Values of the scalars, by the name of the type or of the argument. */
  readonly pools: Pools;
};
/** A question while it is being written: the choices left to make, and the variables and fragments that it has so far. */
export type Draft = Choosing & {
  /** The share of fields and fragments with @skip or @include. */
  readonly conditions: number;
  /** The share of aliases that stand for something else where they are. */
  readonly shadowing: number;
  readonly definitions: string[];
  readonly variables: Record<string, unknown>;
  readonly fragments: string[];
};
export type Pools = Readonly<Record<string, readonly unknown[]>>;

/** The value of an argument, written out or in part as variables. */
export function valueText(draft: Draft, type: GraphQLInputType, name: string): string {
  const { chance } = draft;
  if (chance.happens(0.12)) return variable(draft, type, name);
  if (isNonNullType(type)) return literalText(draft, type.ofType, name);
  return chance.happens(0.04) && name !== 'first' ? 'null' : literalText(draft, type, name);
}

function literalText(draft: Draft, type: GraphQLNullableType, name: string): string {
  if (isListType(type)) {
    const item = type.ofType as GraphQLInputType;
    return `[${repeated(draft.chance.below(4), () => valueText(draft, item, name)).join(', ')}]`;
  }
  if (isInputObjectType(type) && !(type.name in draft.pools)) {
    const fields = Object.values(type.getFields()).filter(
      (field) => isRequiredInputField(field) || draft.chance.happens(0.2),
    );
    const texts = fields.map(
      (field) => `${field.name}: ${valueText(draft, field.type, field.name)}`,
    );
    return `{ ${texts.join(', ')} }`;
  }
  return constant(type as GraphQLInputType, anyValue(draft, type as GraphQLInputType, name));
}

function constant(type: GraphQLInputType, value: unknown): string {
  const node = astFromValue(value, type);
  if (!node) throw new Error(`Expected a value of ${String(type)}, got ${JSON.stringify(value)}.`);
  return print(node);
}

/** A variable that has a default, or is given, or both; or neither, where it may say nothing. */
export function variable(draft: Draft, type: GraphQLInputType, name: string): string {
  const { chance, definitions, variables } = draft;
  const id = `v${definitions.length}`;
  const isGiven = chance.happens(0.5);
  const hasDefault = chance.happens(0.5) || (isNonNullType(type) && !isGiven);
  if (isGiven) variables[id] = anyValue(draft, type, name);
  const fallback = hasDefault ? ` = ${constant(type, anyValue(draft, type, name))}` : '';
  definitions.push(`$${id}: ${String(type)}${fallback}`);
  return `$${id}`;
}

/** A value of a type, as JSON. */
export function anyValue(draft: Choosing, type: GraphQLInputType, name: string): unknown {
  const { chance, pools } = draft;
  if (isNonNullType(type)) return anyValue(draft, type.ofType, name);
  if (isListType(type)) return repeated(chance.below(4), () => anyValue(draft, type.ofType, name));
  const pool = pools[name] ?? pools[type.name];
  if (pool) return chance.oneOf(pool);
  if (isEnumType(type)) return chance.oneOf(type.getValues()).name;
  if (!isInputObjectType(type)) throw new Error(`Expected values for ${type.name}, got none.`);
  const fields = Object.values(type.getFields()).filter(
    (field) => isRequiredInputField(field) || chance.happens(0.2),
  );
  return Object.fromEntries(
    fields.map((field) => [field.name, anyValue(draft, field.type, field.name)]),
  );
}

export const repeated = <Value>(count: number, make: () => Value): Value[] =>
  Array.from({ length: count }, make);
