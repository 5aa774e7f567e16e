import { isRequired, marks } from '../contract.ts';
import { type Part, partsOf } from './part.ts';
import type { Rule } from './rule.ts';

/** Members of earlier versions lack it: it is null in their rows, and who says nothing of it says nothing to them. */
export const sinceRequired: Rule = {
  code: 'SINCE_REQUIRED',
  says: 'What came after 1.0 is nullable, and where it is given it is not required and has no default.',
  find: (contract) =>
    partsOf(contract)
      .filter(isImposed)
      .map(({ name }) => name),
};

const isImposed = ({ node, isInput }: Part): boolean =>
  marks(node, 'since') &&
  (isRequired(node.type) || (isInput && 'defaultValue' in node && node.defaultValue !== undefined));
