import { Kind, type TypeNode } from 'graphql';
import { type ExtensionRule, fieldPlaces } from './extension.ts';
import { EXTENSION_LIMITS } from './reading.ts';

/** An answer must stay one that somebody can read. */
export const listsTooDeep: ExtensionRule = {
  code: 'EXTENSION_TOO_DEEP',
  says: `Write at most ${EXTENSION_LIMITS.listsMax} lists within one another; give the inner ones types of their own.`,
  find: (extension) =>
    fieldPlaces(extension).flatMap(({ field, name }) =>
      [field.type, ...(field.arguments ?? []).map(({ type }) => type)].some(
        (type) => listsIn(type) > EXTENSION_LIMITS.listsMax,
      )
        ? [name]
        : [],
    ),
};

function listsIn(type: TypeNode): number {
  if (type.kind === Kind.NAMED_TYPE) return 0;
  return listsIn(type.type) + (type.kind === Kind.LIST_TYPE ? 1 : 0);
}
