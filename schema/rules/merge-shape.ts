import { print, type TypeDefinitionNode } from 'graphql';
import {
  type Contract,
  fieldOf,
  type MergeRule,
  mergeOf,
  objectFields,
  typesOf,
} from '../contract.ts';
import type { Rule } from './rule.ts';

const SHAPES: Readonly<Record<MergeRule['by'], string>> = {
  ORDER: 'edges, pageInfo, total, coverage',
  PARTS: 'rows, coverage',
  LIST: 'list, coverage',
};

/** What is merged has the parts that its merger fills, and says who answered. */
export const mergeShape: Rule = {
  code: 'MERGE_SHAPE',
  says: 'ORDER has edges, pageInfo, total; PARTS has rows; LIST has list; each has `coverage: Coverage`.',
  find: (contract) =>
    typesOf(contract, 'merge')
      .filter((type) => !hasItsShape(contract, type))
      .map((type) => type.name.value),
};

function hasItsShape(contract: Contract, type: TypeDefinitionNode): boolean {
  const by = mergeOf(contract, type.name.value)?.by;
  const names = objectFields(type).map((field) => field.name.value);
  const coverage = fieldOf(type, 'coverage');
  if (!by || !coverage || print(coverage.type) !== 'Coverage') return false;
  return names.join(', ') === SHAPES[by];
}
