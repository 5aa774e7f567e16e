import { print } from 'graphql';
import type { Contract } from '../contract.ts';
import { fieldPlaces, ownTypes } from './extension.ts';
import { readExtension } from './reading.ts';

/** A field or a type that clients meet once an extension is served: `Site.ma_grade` with its type, `MaGrade` without. */
export type Addition = {
  readonly place: string;
  readonly type: string | null;
  readonly description: string | null;
};

/** What an extension adds to the schema, in its own order; nothing where it cannot be read. */
export function additionsOf(sdl: string, member: string, contract: Contract): readonly Addition[] {
  const reading = readExtension(sdl, member, contract);
  if (reading.kind === 'refused') return [];
  const { extension } = reading;
  const types = ownTypes(extension).map(({ name, description }) => ({
    place: name.value,
    type: null,
    description: description?.value ?? null,
  }));
  const fields = fieldPlaces(extension).map(({ name, field }) => ({
    place: name,
    type: print(field.type),
    description: field.description?.value ?? null,
  }));
  return [...types, ...fields];
}
