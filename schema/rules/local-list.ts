import { fieldOf, isList, marks } from '../contract.ts';
import { namesOf, type Place, placesOf } from './place.ts';
import type { Rule } from './rule.ts';

/** A member's own list grows without end; a page has one. */
export const localList: Rule = {
  code: 'LOCAL_LIST',
  says: 'A list of own records grows: give a page (nodes, hasMore, total).',
  find: (contract) =>
    namesOf(
      placesOf(contract).filter(
        (place) => marks(place.field, 'local') && isList(place.field.type) && !isNodesOfPage(place),
      ),
    ),
};

const isNodesOfPage = ({ type, field }: Place): boolean =>
  field.name.value === 'nodes' &&
  fieldOf(type, 'hasMore') !== undefined &&
  fieldOf(type, 'total') !== undefined;
