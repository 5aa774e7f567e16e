import { type FieldDefinitionNode, print } from 'graphql';
import {
  baseName,
  type Contract,
  fieldOf,
  isList,
  mergeOf,
  objectFields,
  typesOf,
} from '../contract.ts';
import type { Rule } from './rule.ts';

const FIGURES: ReadonlySet<string> = new Set(['parts: Parts!', 'count: Int!']);

/** What may be added is part of the key: all that is no figure is compared as it stands. */
export const partsRow: Rule = {
  code: 'PARTS_ROW',
  says: 'A row of an aggregate is a flat key of scalars and enums, and `parts: Parts!` or `count: Int!`.',
  find: (contract) => rowTypes(contract).filter((name) => !isFlatRow(contract, name)),
};

const rowTypes = (contract: Contract): readonly string[] =>
  typesOf(contract, 'merge').flatMap((type) => {
    const rows = fieldOf(type, 'rows');
    return rows && mergeOf(contract, type.name.value)?.by === 'PARTS' ? [baseName(rows.type)] : [];
  });

function isFlatRow(contract: Contract, name: string): boolean {
  const fields = objectFields(contract.types.get(name));
  const keys = fields.filter((field) => !isFigure(field));
  return fields.length - keys.length === 1 && keys.every((field) => isFlat(contract, field));
}

const isFigure = (field: FieldDefinitionNode): boolean =>
  FIGURES.has(`${field.name.value}: ${print(field.type)}`);

const isFlat = (contract: Contract, { type }: FieldDefinitionNode): boolean =>
  !isList(type) && ['scalar', 'enum'].includes(contract.kindOf(baseName(type)));
