import type { FetchNode, QueryPlanSelectionNode } from '@apollo/query-planner';
import {
  type FieldNode,
  type GraphQLOutputType,
  type GraphQLSchema,
  getNamedType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  parse,
  print,
  type SelectionNode,
  type SelectionSetNode,
  stripIgnoredCharacters,
} from 'graphql';
import type { KeyField } from '../execute/index.ts';
import type { PlacedFetch } from './fetches-in.ts';
import type { Keys } from './keys.ts';
import type { RequiredIn } from './required-in.ts';

export type Knowing = {
  readonly schema: GraphQLSchema;
  readonly keys: Keys;
  readonly requiredIn: RequiredIn;
};
/** Whether a hop from there tells its subgraph of this field. */
export type IsTold = (path: readonly string[], type: string, field: string) => boolean;

/** A field that a fetch asks for without what the field requires. */
export type Premature = {
  readonly fetch: FetchNode;
  readonly path: readonly string[];
  readonly type: string;
  readonly field: FieldNode;
  readonly required: SelectionSetNode;
};

export type Sifted = {
  /** The fetch without those fields; it has keys in their place. */
  readonly fetch: FetchNode;
  readonly premature: readonly Premature[];
};

/** Takes such fields out of a fetch, where another hop needs them: what clients alone want has what it requires, or is provided. */
export function sifted(
  { fetch, path }: PlacedFetch,
  knowing: Knowing & { readonly isTold: IsTold },
): Sifted {
  const premature: Premature[] = [];
  const document = parse(fetch.operation, { noLocation: true });
  const definitions = document.definitions.map((each) => {
    if (each.kind !== Kind.OPERATION_DEFINITION) return each;
    const root = knowing.schema.getRootType(each.operation);
    const place = { type: root?.name ?? '', path, isEntity: false };
    const sifting = { ...knowing, fetch, found: (one: Premature) => premature.push(one) };
    return { ...each, selectionSet: siftedSet(each.selectionSet, place, sifting) };
  });
  if (premature.length === 0) return { fetch, premature };
  const operation = stripIgnoredCharacters(print({ ...document, definitions }));
  return { fetch: { ...fetch, operation }, premature };
}

type Place = {
  readonly type: string;
  readonly path: readonly string[];
  /** Whether its object is what the fetch is given a representation of. */
  readonly isEntity: boolean;
};
type Sifting = Knowing & {
  readonly isTold: IsTold;
  readonly fetch: FetchNode;
  readonly found: (premature: Premature) => void;
};

function siftedSet(set: SelectionSetNode, place: Place, sifting: Sifting): SelectionSetNode {
  const selections = set.selections.flatMap((each): readonly SelectionNode[] => {
    if (each.kind === Kind.FRAGMENT_SPREAD) return [each];
    if (each.kind === Kind.INLINE_FRAGMENT) {
      const type = each.typeCondition?.name.value ?? place.type;
      return [{ ...each, selectionSet: siftedSet(each.selectionSet, { ...place, type }, sifting) }];
    }
    return siftedField(each, place, sifting);
  });
  return { ...set, selections };
}

function siftedField(field: FieldNode, place: Place, sifting: Sifting): readonly SelectionNode[] {
  const { fetch, requiredIn, found, isTold } = sifting;
  const required = requiredIn.get(`${fetch.serviceName} ${place.type}.${field.name.value}`);
  const isNeeded = required && isTold(place.path, place.type, field.name.value);
  if (isNeeded && !brings(required, place, fetch)) {
    found({ fetch, path: place.path, type: place.type, field, required });
    return [TYPENAME, ...(place.isEntity ? [] : keyOf(place.type, sifting))];
  }
  if (!field.selectionSet) return [field];
  const below = placeBelow(field, place, sifting);
  return [{ ...field, selectionSet: siftedSet(field.selectionSet, below, sifting) }];
}

/** Whether a fetch tells of an entity what is required of it. */
function brings(required: SelectionSetNode, { type, isEntity }: Place, { requires }: FetchNode) {
  if (!isEntity) return false;
  const told = toldAs(type, requires);
  return required.selections.every(
    (each) =>
      each.kind !== Kind.FIELD ||
      told.some((one) => one.kind === 'Field' && one.name === each.name.value),
  );
}

/** What a hop tells its subgraph of entities of a type. */
export const toldAs = (
  type: string,
  requires: readonly QueryPlanSelectionNode[] = [],
): readonly QueryPlanSelectionNode[] =>
  requires.flatMap((each) =>
    each.kind === 'InlineFragment' && each.typeCondition === type ? each.selections : [],
  );

const named = (value: string) => ({ kind: Kind.NAME, value }) as const;
const TYPENAME: FieldNode = { kind: Kind.FIELD, name: named('__typename') };

function keyOf(type: string, { keys, fetch }: Sifting): readonly FieldNode[] {
  return (keys.get(`${fetch.serviceName} ${type}`)?.[0] ?? []).map(fieldOf);
}

const fieldOf = ({ name, fields }: KeyField): FieldNode => ({
  kind: Kind.FIELD,
  name: named(name),
  ...(fields.length > 0 && {
    selectionSet: { kind: Kind.SELECTION_SET, selections: fields.map(fieldOf) },
  }),
});

function placeBelow({ name, alias }: FieldNode, place: Place, { schema }: Sifting): Place {
  if (name.value === '_entities') return { ...place, isEntity: true };
  const type = schema.getType(place.type);
  const field = isObjectType(type) ? type.getFields()[name.value] : undefined;
  const below = getNamedType(field?.type);
  const path = [...place.path, (alias ?? name).value, ...(field ? listsOf(field.type) : [])];
  return { type: below?.name ?? '', path, isEntity: false };
}

function listsOf(type: GraphQLOutputType): readonly string[] {
  if (isNonNullType(type)) return listsOf(type.ofType);
  return isListType(type) ? ['@', ...listsOf(type.ofType)] : [];
}
