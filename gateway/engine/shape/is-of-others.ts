import { type GraphQLSchema, isAbstractType } from 'graphql';
import type { Known, ObjectShape, Shape } from './shape.ts';
import { fieldsFor } from './write.ts';

/** An answer as it was put together, and the client's schema. */
export type Answered = {
  readonly schema: GraphQLSchema;
  readonly shape: ObjectShape;
  readonly data: object;
  /** Names that are asked for whether the question has them or not. */
  readonly namesInPlans: ReadonlySet<string>;
};
type Path = readonly (string | number)[];

/**
 * Whether a path leads through a field that the question has at its place, but not for the type of the object that came. An interface object
 * is asked for it all the same, since plans ask it for the fields of all types together.
 */
export function isOfOthers(path: Path, answered: Answered): boolean {
  let at: Shape | Known | undefined = answered.shape;
  let value: unknown = answered.data;
  for (const step of path) {
    if (typeof value !== 'object' || value === null) return false;
    const next = below(at, value, step);
    if (!next && at?.kind === 'object') {
      const isKnown = fieldsFor(at, value) !== null;
      return isKnown && isForSome(at, String(step), answered);
    }
    at = next;
    value = (value as Readonly<Record<string | number, unknown>>)[step];
  }
  return false;
}

function below(
  at: Shape | Known | undefined,
  value: object,
  step: Path[number],
): Shape | Known | undefined {
  if (at?.kind === 'list') return at.of;
  if (at?.kind !== 'object') return undefined;
  return fieldsFor(at, value)?.find(({ key }) => key === step)?.value;
}

function isForSome({ type, fieldsOf }: ObjectShape, step: string, answered: Answered): boolean {
  const { schema, namesInPlans } = answered;
  if (!isAbstractType(type) || namesInPlans.has(step)) return false;
  const objects = schema.getPossibleTypes(type);
  return objects.some(({ name }) => fieldsOf(name)?.some(({ key }) => key === step));
}
