import { directivesIn, type ExtensionRule } from './extension.ts';

const ALLOWED: ReadonlySet<string> = new Set(['link', 'key', 'deprecated', 'specifiedBy']);

/** Directives that compose, and harm the neighbours: each with its code and what to write instead. */
const HARMFUL: readonly (readonly [directive: string, code: string, says: string])[] = [
  [
    'override',
    'OVERRIDES_FIELD',
    'Leave @override out, and give a field of your own: it would take the field away from every other member.',
  ],
  [
    'inaccessible',
    'HIDES_ELEMENT',
    'Leave @inaccessible out: it would hide a part of the schema from every client. What is not to be seen is not published.',
  ],
  [
    'shareable',
    'SHARES_FIELD',
    "Leave @shareable out, and give a field of your own: you would answer for every other member's records too.",
  ],
  [
    'external',
    'NEEDS_FIELD',
    'Leave @external out: your own server has all that it needs, by the id of the record.',
  ],
  [
    'requires',
    'REQUIRES_FIELD',
    'Leave @requires out: your own server has all that it needs, by the id of the record. Fields that wait for one another may never come.',
  ],
  [
    'provides',
    'PROVIDES_FIELD',
    "Leave @provides out: the contract's fields come from those who keep them.",
  ],
];

export const directiveRules: readonly ExtensionRule[] = [
  ...HARMFUL.map(
    ([directive, code, says]): ExtensionRule => ({
      code,
      says,
      find: (extension) =>
        directivesIn(extension).flatMap(({ node, place }) =>
          node.name.value === directive ? [place] : [],
        ),
    }),
  ),
  {
    code: 'DIRECTIVE_NOT_ALLOWED',
    says: 'Use only @key, @deprecated and @specifiedBy.',
    find: (extension) =>
      directivesIn(extension).flatMap(({ node, place }) =>
        isKnown(node.name.value) ? [] : [`${place} @${node.name.value}`],
      ),
  },
];

const isKnown = (directive: string): boolean =>
  ALLOWED.has(directive) || HARMFUL.some(([each]) => each === directive);
