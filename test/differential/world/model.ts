import type { Json, JsonObject } from '../../../gateway/members/index.ts';

/** The type of a field: named, or a list of another. */
export type Ref =
  | { readonly name: string; readonly isNonNull: boolean }
  | { readonly of: Ref; readonly isNonNull: boolean };

/** Arguments are of a few kinds, each with the default that every subgraph gives it, as text and as it arrives. */
export type Argument = {
  readonly name: string;
  readonly type: string;
  readonly byDefault?: { readonly text: string; readonly value: Json };
};

/** What a subgraph wants to be told with a representation. */
export type Required = {
  readonly field: string;
  readonly given: JsonObject;
  /** The type of a fragment around it. */
  readonly on?: string;
  readonly below: readonly Required[];
};

export type Field = {
  readonly name: string;
  readonly type: Ref;
  readonly args: readonly Argument[];
  /** The subgraphs that give it; more than one share it. */
  readonly owners: readonly string[];
  readonly requires: readonly Required[];
  readonly provides: readonly Required[];
  readonly overrides?: { readonly from: string; readonly label?: string };
  readonly isInaccessible?: boolean;
  /** Subgraphs that say it is never null, while others do not. */
  readonly strictIn?: readonly string[];
  /** The interface on whose interface object this is given. */
  readonly through?: string;
};

export type ObjectType = {
  readonly kind: 'entity' | 'value' | 'root';
  readonly name: string;
  readonly fields: readonly Field[];
  /** Of an entity: its keys, as selections. */
  readonly keys: readonly Key[];
  /** Of an entity: the keys by which each subgraph knows it; any other knows it by `id` alone, and cannot be asked for it. */
  readonly keysIn: Readonly<Record<string, readonly Key[]>>;
  /** Subgraphs that name it without giving anything of it. */
  readonly stubsIn: readonly string[];
};
export type Key = 'id' | 'code' | 'zone no' | 'ref { n m }';

export type Interface = {
  readonly kind: 'interface';
  readonly name: string;
  readonly members: readonly string[];
  readonly membersIn: Readonly<Record<string, readonly string[]>>;
  /** The fields that all its members have, with the types that the interface promises. */
  readonly fields: readonly { readonly name: string; readonly type: Ref }[];
  /** Where it is an entity by its key, and where it is an object. */
  readonly objects?: { readonly home: string; readonly at: string };
  /** The interface that it implements itself: it has all its members, and more. */
  readonly above?: string;
};
export type Union = Pick<Interface, 'name' | 'members' | 'membersIn'> & { readonly kind: 'union' };
export type Abstract = Interface | Union;

/** One whole schema and how it is split. */
export type Schema = {
  readonly subgraphs: readonly string[];
  readonly objects: readonly ObjectType[];
  readonly abstracts: readonly Abstract[];
  /** Whether Colour has a value that clients do not see, though subgraphs say it. */
  readonly hidesColour: boolean;
};

export const HIDDEN_COLOUR = 'GREY';

export const named = (name: string, isNonNull = false): Ref => ({ name, isNonNull });
export const nameOf = (ref: Ref): string => ('name' in ref ? ref.name : nameOf(ref.of));
export const textOf = (ref: Ref): string =>
  `${'name' in ref ? ref.name : `[${textOf(ref.of)}]`}${ref.isNonNull ? '!' : ''}`;

export function objectOf(schema: Schema, name: string): ObjectType | undefined {
  return schema.objects.find((each) => each.name === name);
}
export const fieldOf = (type: ObjectType | undefined, name: string): Field | undefined =>
  type?.fields.find((each) => each.name === name);

export const fieldsInKey = (key: Key): readonly string[] => KEY_FIELDS[key];
const KEY_FIELDS = {
  id: ['id'],
  code: ['code'],
  'zone no': ['zone', 'no'],
  'ref { n m }': ['ref'],
} as const satisfies Record<Key, readonly string[]>;

/** The keys by which a subgraph knows an entity. */
export const keysAt = (type: ObjectType, subgraph: string): readonly Key[] =>
  type.keysIn[subgraph] ?? ['id'];
