import type { FetchDataRewrite, QueryPlanSelectionNode } from '@apollo/query-planner';
import { quoted } from '../shape/index.ts';
import { byTypename } from './by-typename.ts';
import { type IsOfType, rewrite } from './rewrites.ts';
import { isValues, type Values } from './values.ts';

/** How entities are told to the next subgraph. */
export type Represent = {
  /** As JSON; undefined where what that takes is not there. */
  readonly textOf: (entity: Values) => string | undefined;
  /** Whether it holds nothing that its text does not tell. */
  readonly isBare: (entity: Values) => boolean;
};

/** Fields of a key, and of the values in it. */
export type KeyField = { readonly name: string; readonly fields: readonly KeyField[] };
/** The keys by which a subgraph knows entities of a type. */
export type KeysOf = (typename: string) => readonly (readonly KeyField[])[];

export type Representing = {
  readonly requires: readonly QueryPlanSelectionNode[];
  readonly inputRewrites: readonly FetchDataRewrite[];
  readonly isOfType: IsOfType;
  readonly keysOf: KeysOf;
};

/** Compiles what a fetch requires: for each type of entity that comes, once, what is taken of it. */
export function compileRepresentation(parts: Representing): Represent {
  const typed = byTypename((typename: string) => compileType(typename, parts));
  return {
    textOf: (entity) =>
      typeof entity.__typename === 'string' ? textFor(entity, typed(entity.__typename)) : undefined,
    isBare: (entity) => {
      const { taken } = typed(String(entity.__typename));
      return taken.every(({ inner }) => !inner) && Object.keys(entity).length === taken.length;
    },
  };
}

function textFor(entity: Values, { taken, keys, finish }: OfType): string | undefined {
  if (taken.length === 0 || !hasKey(entity, keys)) return undefined;
  const text = textOfObject(entity, taken);
  return text === undefined ? undefined : finish(text);
}

type OfType = {
  readonly taken: readonly Taken[];
  readonly keys: readonly (readonly KeyField[])[];
  readonly finish: (text: string) => string;
};
/** A field that is taken, with what is taken of the object in it. */
type Taken = {
  /** Its name as JSON, with the brace or comma before it and the colon behind it. */
  readonly label: string;
  readonly name: string;
  readonly inner: ((typename: unknown) => readonly Taken[]) | undefined;
};

function compileType(typename: string, parts: Representing): OfType {
  const { requires, inputRewrites, isOfType, keysOf } = parts;
  const sent = typeSent(typename, parts);
  const rest = inputRewrites.filter((each) => !setsTypename(each));
  return {
    taken: takenOf(typename, requires, isOfType),
    keys: keysOf(sent),
    finish: (text) => rewritten(text, { sent, typename, rest, isOfType }),
  };
}

const setsTypename = ({ kind, path }: FetchDataRewrite): boolean =>
  kind === 'ValueSetter' && path.length === 2 && path[1] === '__typename';

/** A subgraph that knows an interface as an object is told the interface's name. */
function typeSent(typename: string, { inputRewrites, isOfType }: Representing): string {
  const set = inputRewrites.find(
    (each) =>
      setsTypename(each) && isOfType(typename, (each.path[0] ?? '').slice('... on '.length)),
  );
  return set?.kind === 'ValueSetter' ? String(set.setValueTo) : typename;
}

type Rewriting = {
  readonly sent: string;
  readonly typename: string;
  readonly rest: readonly FetchDataRewrite[];
  readonly isOfType: IsOfType;
};

/** Few plans need it, so the text may be read once more. */
function rewritten(text: string, { sent, typename, rest, isOfType }: Rewriting): string {
  if (sent === typename && rest.length === 0) return text;
  const value = JSON.parse(text) as Values;
  rewrite(value, rest, isOfType);
  return JSON.stringify({ ...value, __typename: sent });
}

function takenOf(
  typename: unknown,
  selections: readonly QueryPlanSelectionNode[],
  isOfType: IsOfType,
): readonly Taken[] {
  const fields = new Map<string, readonly QueryPlanSelectionNode[] | undefined>();
  for (const each of fieldsFor(typename, selections, isOfType)) {
    const name = each.alias ?? each.name;
    const before = fields.get(name) ?? [];
    fields.set(name, each.selections && [...before, ...each.selections]);
  }
  return [...fields].map(([name, inner], place) => ({
    label: `${place === 0 ? '{' : ','}${JSON.stringify(name)}:`,
    name,
    inner: inner && takenByType(inner, isOfType),
  }));
}

type FieldNode = Extract<QueryPlanSelectionNode, { kind: 'Field' }>;

const fieldsFor = (
  typename: unknown,
  selections: readonly QueryPlanSelectionNode[],
  isOfType: IsOfType,
): readonly FieldNode[] =>
  selections.flatMap((each) => {
    if (each.kind === 'Field') return [each];
    const isMeant =
      each.typeCondition === undefined ||
      (typeof typename === 'string' && isOfType(typename, each.typeCondition));
    return isMeant ? fieldsFor(typename, each.selections, isOfType) : [];
  });

const takenByType = (selections: readonly QueryPlanSelectionNode[], isOfType: IsOfType) =>
  byTypename((typename: unknown) => takenOf(typename, selections, isOfType));

/** Undefined where a field is not there, for whoever should have given it did not; a null is a value. */
function textOfObject(object: Values, taken: readonly Taken[]): string | undefined {
  let text = '';
  for (const { label, name, inner } of taken) {
    const part = textOf(object[name], inner);
    if (part === undefined) return undefined;
    text += label + part;
  }
  return text === '' ? '{}' : `${text}}`;
}

function textOf(value: unknown, inner: Taken['inner']): string | undefined {
  if (typeof value === 'string') return quoted(value);
  if (value === undefined || typeof value === 'function') return undefined;
  if (!inner || value === null || typeof value !== 'object') return JSON.stringify(value);
  if (!Array.isArray(value))
    return textOfObject(value as Values, inner((value as Values).__typename));
  const texts = value.map((each) => textOf(each, inner));
  return texts.includes(undefined) ? undefined : `[${texts.join(',')}]`;
}

/** A key may have nulls in it, but not alone. Where no key is known the subgraph shall say for itself whether it knows the entity. */
const hasKey = (entity: Values, keys: OfType['keys']): boolean =>
  keys.length === 0 || keys.some((key) => hasSome(entity, key));

const hasSome = (value: unknown, key: readonly KeyField[]): boolean => {
  if (Array.isArray(value)) return true;
  if (!isValues(value)) return value !== null && value !== undefined;
  return key.some(({ name, fields }) => hasSome(value[name], fields));
};
