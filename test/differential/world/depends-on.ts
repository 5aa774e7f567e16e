import { type Field, fieldOf, nameOf, objectOf, type Required, type Schema } from './model.ts';
import { presenceOf } from './presence.ts';

/** Whether a field may be lost when a subgraph is: it gives it, or knows its entity, so that it may be asked for a key, or for what is required. */
export function dependsOn(schema: Schema, subgraph: string) {
  const { objects } = presenceOf(schema, subgraph);
  const knows = (type: string) => objectOf(schema, type)?.kind === 'entity' && objects.has(type);
  const isSite = (field: Field) =>
    schema.abstracts.some(
      (each) =>
        each.kind === 'interface' &&
        each.name === nameOf(field.type) &&
        (each.objects?.at === subgraph || each.objects?.home === subgraph),
    );
  const needs = (type: string, wanted: readonly Required[]): boolean =>
    wanted.some(({ field, on, below }) => {
      const found = fieldOf(objectOf(schema, on ?? type), field);
      return (
        found !== undefined && (depends(on ?? type, field) || needs(nameOf(found.type), below))
      );
    });
  const depends = (type: string, name: string): boolean => {
    const field = fieldOf(objectOf(schema, type), name);
    if (!field) return true;
    return (
      knows(type) ||
      field.owners.includes(subgraph) ||
      field.overrides?.from === subgraph ||
      isSite(field) ||
      isThrough(schema, type, subgraph) ||
      needs(type, field.requires)
    );
  };
  return depends;
}

/** An entity of an interface that is an object elsewhere: where it is, nobody knows more of it than who makes it an object. */
const isThrough = (schema: Schema, type: string, subgraph: string): boolean =>
  schema.abstracts.some(
    (each) =>
      each.kind === 'interface' && each.objects?.at === subgraph && each.members.includes(type),
  );
