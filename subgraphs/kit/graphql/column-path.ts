import type { FieldDefinitionNode } from 'graphql';
import {
  argumentsOf,
  baseName,
  fieldOf,
  isRequired,
  marks,
  objectFields,
} from '../../../schema/index.ts';
import type { OwnedType } from '../rows.ts';
import { CONTRACT } from './contract.ts';

/**
 * The columns that lead to a field of the contract, `owners.party` to `owners`, `partyId`: down to the deepest that may be null, for what may
 * not be null is withheld with what holds it. Empty where the type has no such field.
 */
export function columnPath(type: OwnedType, path: string): readonly string[] {
  const fields = fieldsAlong(type, path.split('.'));
  const nullable = fields.findLastIndex((field) => !isRequired(field.type));
  return fields.slice(0, nullable + 1).map(columnOf);
}

function fieldsAlong(type: string, [name, ...rest]: readonly string[]): FieldDefinitionNode[] {
  const field = fieldOf(CONTRACT.types.get(type), name ?? '');
  return field ? [field, ...fieldsAlong(baseName(field.type), rest)] : [];
}

/** References are kept as ids; lists of a record's own have no column, and are withheld by their name. */
function columnOf(field: FieldDefinitionNode): string {
  const name = field.name.value;
  const isOwnRecord = marks(field, 'local') && CONTRACT.kindOf(baseName(field.type)) === 'owned';
  return argumentsOf(field, 'ref')?.by ?? (isOwnRecord ? `${name}Id` : name);
}

/** Fields of a type that need a clearance to be read. */
export const clearedFields = (type: OwnedType): readonly string[] =>
  objectFields(CONTRACT.types.get(type))
    .filter((field) => marks(field, 'clearance'))
    .map((field) => field.name.value);

/** Every field of a type but those named. */
export const fieldsBut = (type: OwnedType, kept: readonly string[]): readonly string[] =>
  objectFields(CONTRACT.types.get(type))
    .map((field) => field.name.value)
    .filter((name) => !kept.includes(name));
