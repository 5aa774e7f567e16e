import type { Known, ObjectShape, Shape } from './shape.ts';

/** The shape of the objects at a path of an answer; undefined where that depends on what types come. */
export function shapeAt(root: ObjectShape, path: readonly string[]): ObjectShape | undefined {
  let at: Shape | Known | undefined = root;
  for (const step of path) at = step === '@' ? itemOf(at) : fieldOf(at, step);
  return at?.kind === 'object' ? at : undefined;
}

type Place = Shape | Known | undefined;
const itemOf = (shape: Place): Place => (shape?.kind === 'list' ? shape.of : undefined);

function fieldOf(shape: Place, name: string): Place {
  if (shape?.kind !== 'object' || shape.isAbstract) return undefined;
  return shape.fieldsOf(shape.type.name)?.find(({ key }) => key === name)?.value;
}
