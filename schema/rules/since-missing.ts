import { baseName, marks } from '../contract.ts';
import { partsOf } from './part.ts';
import type { Rule } from './rule.ts';

/** A member of an earlier version cannot give what it has no type for. */
export const sinceMissing: Rule = {
  code: 'SINCE_MISSING',
  says: 'A field or argument whose type came later came later too: give it `@since` as well.',
  find: (contract) =>
    partsOf(contract)
      .filter(
        ({ node }) => !marks(node, 'since') && isLater(contract.types.get(baseName(node.type))),
      )
      .map(({ name }) => name),
};

const isLater = (type: Parameters<typeof marks>[0]): boolean => marks(type, 'since');
