import { isList } from '../contract.ts';
import { type Link, linksOf } from './link.ts';
import { namesOf } from './place.ts';
import type { Rule } from './rule.ts';

/** The reference is made from the id alone, one object per id, in the order of the ids. */
export const refShape: Rule = {
  code: 'REF_SHAPE',
  says: 'A list of ids gives a list, one id gives one; the reference itself takes no arguments.',
  find: (contract) => namesOf(linksOf(contract).filter((link) => !keepsShape(link))),
};

const keepsShape = ({ field, id }: Link): boolean =>
  field.arguments?.length === 0 && (id === undefined || isList(id.type) === isList(field.type));
