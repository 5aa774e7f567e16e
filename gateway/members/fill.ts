import type { FieldNode, SelectionSetNode } from 'graphql';
import { entitySets, type Operation, selected, subSets } from './document.ts';
import type { Json, JsonObject } from './json.ts';
import { isLost, type Pruning, typeBelow } from './prune.ts';

type Path = readonly (string | number)[];
/** A member's data in the shape of the whole question, and the records in it that lack something. */
export type Filled = { readonly data: JsonObject; readonly lacking: readonly Path[] };

/** What a member of an older version gave, with null for each field that it was not asked for. */
export function filled(operation: Operation, pruning: Pruning, data: JsonObject): Filled {
  const lacking = new Map<string, Path>();
  const filling = {
    ...pruning,
    operation,
    lacks: (path: Path) => void lacking.set(path.join('.'), path),
  };
  const at = { on: 'Query', sets: [operation.selectionSet], path: [], record: undefined };
  return { data: filledObject(at, data, filling), lacking: [...lacking.values()] };
}

/** The representations of a question that a member can be asked about, and where they stood. */
export function representationsLeft({ newer, variables }: Pruning): readonly number[] | undefined {
  const { representations } = variables;
  if (!Array.isArray(representations)) return undefined;
  return (representations as readonly JsonObject[]).flatMap((each, place) =>
    newer.has(String(each.__typename)) ? [] : [place],
  );
}

type Filling = Pruning & {
  readonly operation: Operation;
  readonly lacks: (path: Path) => void;
};
type Place = {
  readonly on: string;
  readonly sets: readonly SelectionSetNode[];
  readonly path: Path;
  /** The record in which this stands: what it lacks is said of it, once. */
  readonly record: Path | undefined;
};

function filledObject(place: Place, value: JsonObject, filling: Filling): JsonObject {
  const { on, sets, path } = place;
  const record = place.record ?? (filling.contract.kindOf(on) === 'owned' ? path : undefined);
  const made: Record<string, Json> = {};
  for (const [name, nodes] of selected(sets, filling.variables)) {
    const [node] = nodes;
    if (!node) continue;
    const at = { on, sets: subSets(nodes), path: [...path, name], record };
    made[name] = filledField(node, at, value[name] ?? null, filling);
  }
  return made;
}

function filledField(node: FieldNode, place: Place, value: Json, filling: Filling): Json {
  const { on, path, record } = place;
  if (node.name.value === '_entities') return filledEntities(path, value, filling);
  if (isLost(node, on, filling)) {
    filling.lacks(record ?? path.slice(0, -1));
    return null;
  }
  return filledValue({ ...place, on: typeBelow(node, on, filling) }, value, filling);
}

function filledValue(place: Place, value: Json, filling: Filling): Json {
  if (value === null || typeof value !== 'object' || place.sets.length === 0) return value;
  if (!Array.isArray(value)) return filledObject(place, value as JsonObject, filling);
  return value.map((each: Json, index) =>
    filledValue({ ...place, path: [...place.path, index] }, each, filling),
  );
}

/** Each entity where it was asked; of a type that the member lacks it has none. */
function filledEntities(path: Path, value: Json, filling: Filling): Json {
  const representations = filling.variables.representations as readonly JsonObject[];
  const found = [...((value ?? []) as readonly Json[])];
  const left = new Set(representationsLeft(filling));
  return representations.map((each, place) => {
    const entity = left.has(place) ? (found.shift() ?? null) : null;
    if (entity === null) return null;
    const on = String(each.__typename);
    const sets = entitySets(filling.operation, on);
    return filledValue({ on, sets, path: [...path, place], record: undefined }, entity, filling);
  });
}
