import type { FieldDefinitionNode, TypeNode } from 'graphql';
import { baseName, isRequired, objectFields } from '../index.ts';
import type { Asking } from './asking.ts';
import { everyRow } from './own-rows/index.ts';
import { isObject, type JsonObject } from './wire.ts';

/** A value that a member gave for a field of the contract, with where it stands. */
export type FieldValue = {
  readonly record: string;
  /** With dots, and places in lists: `capacities.0.perYear.unit`. */
  readonly path: string;
  /** Name of its type, without lists and marks. */
  readonly type: string;
  readonly isRequired: boolean;
  /** Null, and never undefined: what a member left out is null too. */
  readonly value: unknown;
};
/** The values that stand in no list, and those in lists one by one; beside them the lists themselves. */
export type Values = {
  readonly leaves: readonly FieldValue[];
  readonly lists: readonly FieldValue[];
  readonly objects: readonly FieldValue[];
};

/** Every value of every record that is known of a member. */
export const valuesOf = (asking: Asking): Promise<Values> =>
  asking.once('values', async () => {
    const lists = await Promise.all(asking.lists.map((list) => everyRow(asking, list)));
    const walked = lists.flatMap(({ list, rows }) =>
      rows.map((row) => walkObject(asking, { record: row.id, path: '', type: list.type }, row)),
    );
    return {
      leaves: walked.flatMap((each) => each.leaves),
      lists: walked.flatMap((each) => each.lists),
      objects: walked.flatMap((each) => each.objects),
    };
  });

type Place = { readonly record: string; readonly path: string; readonly type: string };
const NONE: Values = { leaves: [], lists: [], objects: [] };

/** A record that another leads to was asked for its id alone, and is looked at in its own list. */
function walkObject(asking: Asking, place: Place, object: JsonObject): Values {
  const fields = objectFields(asking.memberTypes.get(place.type)).filter(
    ({ name }) => name.value in object,
  );
  const walked = fields.map((field) =>
    walkField(asking, place, { field, value: object[field.name.value] }),
  );
  return together(walked, [{ ...place, isRequired: false, value: object }]);
}

const together = (walked: readonly Values[], objects: readonly FieldValue[] = []): Values => ({
  leaves: walked.flatMap((each) => each.leaves),
  lists: walked.flatMap((each) => each.lists),
  objects: [...objects, ...walked.flatMap((each) => each.objects)],
});

type Valued = { readonly field: FieldDefinitionNode; readonly value: unknown };

function walkField(asking: Asking, { record, path }: Place, { field, value }: Valued): Values {
  const name = field.name.value;
  const here = { record, path: path === '' ? name : `${path}.${name}`, type: baseName(field.type) };
  if (asking.contract.kindOf(here.type) === 'owned') return NONE;
  return walkValue(asking, here, { type: field.type, value });
}

type Typed = { readonly type: TypeNode; readonly value: unknown };

function walkValue(asking: Asking, place: Place, { type, value }: Typed): Values {
  const found: FieldValue = { ...place, isRequired: isRequired(type), value: value ?? null };
  const inner = itemType(type);
  if (inner === undefined) return walkLeaf(asking, found);
  if (!Array.isArray(value)) return { ...NONE, lists: [found] };
  const items = value.map((item, turn) =>
    walkValue(asking, { ...place, path: `${place.path}.${turn}` }, { type: inner, value: item }),
  );
  return { ...together(items), lists: [found, ...items.flatMap((each) => each.lists)] };
}

/** What a list holds; undefined where the type is no list. */
function itemType(type: TypeNode): TypeNode | undefined {
  if (type.kind === 'NonNullType') return itemType(type.type);
  return type.kind === 'ListType' ? type.type : undefined;
}

function walkLeaf(asking: Asking, found: FieldValue): Values {
  if (!isObject(found.value)) return { ...NONE, leaves: [found] };
  return walkObject(asking, found, found.value);
}
