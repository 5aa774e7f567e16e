import type { Case } from '../case.ts';
import { ABSTRACT } from './abstract.ts';
import { ASKED_ODDLY } from './asked-oddly.ts';
import { CHAINS } from './chains.ts';
import { COMBINED } from './combined.ts';
import { CONDITIONS } from './conditions.ts';
import { CONTEXT } from './context.ts';
import { CONTEXT_COMBINED } from './context-combined.ts';
import { EXTERNAL } from './external.ts';
import { HOPS } from './hops.ts';
import { INACCESSIBLE } from './inaccessible.ts';
import { INTERFACE_OBJECT } from './interface-object.ts';
import { KEYS } from './keys.ts';
import { LINKS } from './links.ts';
import { MIXED } from './mixed.ts';
import { MUTATIONS } from './mutations.ts';
import { NAMES } from './names.ts';
import { OTHERS } from './others.ts';
import { OVERRIDE } from './override.ts';
import { PARENTS } from './parents.ts';
import { PROVIDES } from './provides.ts';
import { REACHED } from './reached.ts';
import { REPRESENTATIONS } from './representations.ts';
import { REQUIRES } from './requires.ts';
import { ROOTS } from './roots.ts';
import { SHAREABLE } from './shareable.ts';
import { TOLD_APART } from './told-apart.ts';
import { VALUES } from './values.ts';
import { FIRMS, WAVES } from './waves.ts';

/** All that is asked of an engine, by what of Federation it is about. */
export const CASES: readonly Case[] = [
  ...KEYS,
  ...HOPS,
  ...REQUIRES,
  ...PROVIDES,
  ...EXTERNAL,
  ...OVERRIDE,
  ...SHAREABLE,
  ...INACCESSIBLE,
  ...VALUES,
  ...INTERFACE_OBJECT,
  ...ABSTRACT,
  ...CONDITIONS,
  ...CONTEXT,
  ...CONTEXT_COMBINED,
  ...MUTATIONS,
  ...NAMES,
  ...ROOTS,
  ...OTHERS,
  ...WAVES,
  ...REPRESENTATIONS,
  ...COMBINED,
  ...REACHED,
  ...PARENTS,
  ...LINKS,
  ...TOLD_APART,
  ...CHAINS,
  ...MIXED,
  ...ASKED_ODDLY,
];

export { FIRMS };
