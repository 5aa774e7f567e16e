import { baseName, type Contract, fieldOf, fieldsOf, type Newer } from '../../schema/index.ts';
import type { Json, JsonObject } from './json.ts';

/** A field as it is asked: the type it stands on, its name, and its arguments as values. */
export type AskedField = {
  readonly on: string;
  readonly name: string;
  readonly args: JsonObject;
};

/**
 * Whether a field, or something that it is asked with, came after a member's version. What is given as null says nothing, and is not
 * asked for.
 */
export function isNewer(contract: Contract, newer: Newer, { on, name, args }: AskedField): boolean {
  const field = `${on}.${name}`;
  if (newer.has(field)) return true;
  const known = fieldOf(contract.types.get(on), name)?.arguments ?? [];
  return known.some((each) => {
    const value = Object.hasOwn(args, each.name.value) ? (args[each.name.value] ?? null) : null;
    if (value === null) return false;
    const isNew = newer.has(argumentOf(field, each.name.value));
    return isNew || holdsNewer(contract, newer, baseName(each.type), value);
  });
}

/** The coordinate of an argument. */
export const argumentOf = (field: string, name: string): string => `${field}(${name}:)`;

/** Whether a value of an input holds a field, or a word of an enum, that came after a member's version. */
function holdsNewer(contract: Contract, newer: Newer, type: string, value: Json): boolean {
  if (value === null) return false;
  if (Array.isArray(value))
    return value.some((each: Json) => holdsNewer(contract, newer, type, each));
  if (contract.kindOf(type) === 'enum') return newer.has(`${type}.${String(value)}`);
  return inputFields(contract, type).some((field) => {
    const given = (value as JsonObject)[field.name] ?? null;
    if (given === null) return false;
    return newer.has(`${type}.${field.name}`) || holdsNewer(contract, newer, field.type, given);
  });
}

/** The fields of an input, each with the name of its type; none of what is no input. */
export const inputFields = (
  contract: Contract,
  type: string,
): readonly { readonly name: string; readonly type: string }[] =>
  contract.kindOf(type) === 'input'
    ? fieldsOf(contract.types.get(type)).map((each) => ({
        name: each.name.value,
        type: baseName(each.type),
      }))
    : [];

/** A value of an input without the fields that a member does not know; they are null, or it would not be asked. */
export function withoutNewerFields(
  contract: Contract,
  newer: Newer,
  type: string,
  value: Json,
): Json {
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value))
    return value.map((each: Json) => withoutNewerFields(contract, newer, type, each));
  const types = new Map(inputFields(contract, type).map((each) => [each.name, each.type]));
  const kept = Object.entries(value as JsonObject).filter(
    ([name]) => !newer.has(`${type}.${name}`),
  );
  return Object.fromEntries(
    kept.map(([name, each]) => [
      name,
      withoutNewerFields(contract, newer, types.get(name) ?? '', each),
    ]),
  );
}
