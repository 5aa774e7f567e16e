import { isNonNullType, isObjectType } from 'graphql';
import type { Case } from '../run-case.ts';
import type { FieldFault } from '../serve/fault.ts';
import type { World } from '../serve/open-world.ts';
import {
  fieldOf,
  HIDDEN_COLOUR,
  nameOf,
  objectOf,
  type Required,
  type Schema,
  textOf,
} from '../world/model.ts';
import {
  type Asked,
  type Cause,
  causesOf,
  expectedText,
  type SeenDifference,
  withoutIndices,
} from './cause.ts';

/** Whether some field of the case is faulty so. */
export const has = (faults: Case['faults'], fault: FieldFault): boolean =>
  [...faults.values()].includes(fault);
export const isConditional = (query: string): boolean => /@(skip|include)\b/.test(query);
export const isLess = (says: string): boolean => /got null|is not there$/.test(says);

/** Whether what is less has objects without fields, or nothing at all. */
export const isOfEmpty = (seen: SeenDifference): boolean =>
  seen.kind === 'data' && isLess(seen.says) && /\{\}|^(\[|\]|,|null)*$/.test(expectedText(seen));

/** Whether an error of a subgraph is lost that tells of it. */
export const isUnheard = (seen: SeenDifference): boolean =>
  seen.kind === 'lacks error' &&
  causesOf(seen).some(({ fault }) => fault !== undefined && TOLD.includes(fault));

/** Whether there is no data for a value of a wrong type. */
export const isOfNothing = ({ kind, answers }: SeenDifference): boolean =>
  ['data', 'has error', 'lacks error'].includes(kind) &&
  answers?.got.data === null &&
  answers.got.errors.some(({ path, message }) => !path && message.startsWith('Invalid non-'));

/** Whether a field requires objects in a list of lists, or something that does. */
export const needsLists = ({ schema }: World, at: Asked | undefined): boolean =>
  at !== undefined &&
  requiresLists(schema, at.type, fieldOf(objectOf(schema, at.type), at.field)?.requires ?? []);

function requiresLists(schema: Schema, type: string, wanted: readonly Required[]): boolean {
  return wanted.some(({ field: name, on, below }) => {
    const field = fieldOf(objectOf(schema, on ?? type), name);
    if (!field) return false;
    return (
      (below.length > 0 && /^\[\[/.test(textOf(field.type))) ||
      requiresLists(schema, nameOf(field.type), below) ||
      requiresLists(schema, on ?? type, field.requires)
    );
  });
}

/** A null that the oracle has, or the error of one. */
export const isOfNull = ({ kind, says }: SeenDifference): boolean =>
  kind === 'lacks error' || (kind === 'data' && says.endsWith('expected null'));

/** Whether what lacks it is of an interface that is an object elsewhere. */
export const isLackedByObject = ({ schema }: World, { lackedBy }: Cause): boolean =>
  lackedBy !== undefined &&
  schema.abstracts.some(
    (each) => each.kind === 'interface' && each.objects && each.members.includes(lackedBy),
  );

/** Whether what lacks it may have lost it with a fragment. */
export const isLackedByFragment = (seen: SeenDifference, { lackedBy }: Cause): boolean =>
  lackedBy !== undefined && seen.case.query.includes('...');

/** Whether an interface of the object says that the field may be null, and the object that it never is. */
export function isNarrowed({ api }: World, { type, field }: Cause): boolean {
  const object = api.getType(type);
  if (!isObjectType(object) || !isNonNullType(object.getFields()[field]?.type)) return false;
  const promises = object.getInterfaces().map((each) => each.getFields()[field]?.type);
  return promises.some((each) => each && !isNonNullType(each));
}

/** Whether the other answer has an error of the same field at another place of a list, and this one has not. */
export function isMoved({ kind, path, answers }: SeenDifference): boolean {
  if (!path || !answers || (kind !== 'has error' && kind !== 'lacks error')) return false;
  const { got, expected } = answers;
  const [here, there] = kind === 'has error' ? [got, expected] : [expected, got];
  const mine = here.errors.map((each) => JSON.stringify(each.path));
  return there.errors.some(
    (each) =>
      each.path &&
      !mine.includes(JSON.stringify(each.path)) &&
      withoutIndices(each.path) === withoutIndices(path),
  );
}

/** Whether its subgraph says nothing of it: it left it out, or said what is no value for whoever asks. */
export const isUntold = ({ fault, message }: Cause): boolean =>
  fault === undefined ? message.includes(HIDDEN_COLOUR) : !TOLD.includes(fault);
const TOLD: readonly FieldFault[] = ['throws', 'null', 'hole'];
