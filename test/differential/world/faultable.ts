import { fieldOf, fieldsInKey, nameOf, objectOf, type Required, type Schema } from './model.ts';

/**
 * Whether a field may be faulty so that the oracle knows what comes of it: a key, or what another field requires, is asked where a client did
 * not, and whatever it takes with it is not the client's either. Of a scalar that may be anything, nothing is wrong; and
 * where subgraphs differ in whether a field may be null, so does what a null of it takes along.
 */
export function faultable(schema: Schema): (type: string, field: string) => boolean {
  const needed = new Set(schema.objects.flatMap((type) => neededOf(schema, type.name)));
  return (type, field) => {
    const found = fieldOf(objectOf(schema, type), field);
    if (!found || nameOf(found.type) === ANYTHING || needed.has(`${type}.${field}`)) return false;
    return (found.strictIn ?? []).length === 0;
  };
}

const ANYTHING = 'Blob';

function neededOf(schema: Schema, name: string): readonly string[] {
  const type = objectOf(schema, name);
  if (!type) return [];
  const keys = type.name === 'Ref' ? ['n', 'm'] : type.keys.flatMap(fieldsInKey);
  const required = type.fields.flatMap((field) => requiredIn(schema, name, field.requires));
  return [...keys.map((field) => `${name}.${field}`), ...required];
}

function requiredIn(schema: Schema, name: string, wanted: readonly Required[]): readonly string[] {
  return wanted.flatMap(({ field, on, below }) => {
    const type = objectOf(schema, on ?? name);
    const found = fieldOf(type, field);
    if (!type || !found) return [];
    return [`${type.name}.${field}`, ...requiredIn(schema, nameOf(found.type), below)];
  });
}
