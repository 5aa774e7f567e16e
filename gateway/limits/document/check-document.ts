import { type DocumentNode, type GraphQLError, Kind } from 'graphql';
import { LIMITS } from '../limits.ts';
import type { DocumentCheck } from './document-check.ts';
import { introspectionTooDeep } from './introspection-too-deep.ts';
import { listsTooLong } from './lists-too-long.ts';
import { type Measured, measure } from './measure.ts';
import { tooDeep } from './too-deep.ts';
import { tooManyAliases } from './too-many-aliases.ts';
import { tooManyDirectives } from './too-many-directives.ts';
import { tooManyFields } from './too-many-fields.ts';
import { tooManyIntrospections } from './too-many-introspections.ts';
import { tooManyRootFields } from './too-many-root-fields.ts';
import { valuesTooDeep } from './values-too-deep.ts';

/** In the order that gives the clearest message: what a field of too many stands in comes before the sum of all fields. */
const CHECKS: readonly DocumentCheck[] = [
  tooDeep,
  valuesTooDeep,
  introspectionTooDeep,
  tooManyIntrospections,
  tooManyRootFields,
  tooManyAliases,
  tooManyDirectives,
  listsTooLong,
  tooManyFields,
];

/** The first limit that a document breaks. To be asked before validation, which takes longer the larger a document is. */
export function checkDocument(document: DocumentNode): GraphQLError | undefined {
  const measured = measuredOf(document);
  for (const check of CHECKS) {
    const fault = check(measured);
    if (fault) return fault;
  }
  return undefined;
}

/** Nested so deep that it cannot even be walked, a document is deeper than any limit. */
function measuredOf(document: DocumentNode): Measured {
  try {
    return measure(document);
  } catch (error) {
    if (error instanceof RangeError) return { ...EMPTY, depth: DEEPEST };
    throw error;
  }
}
const EMPTY = measure({ kind: Kind.DOCUMENT, definitions: [] });
/** In 64 KiB there is no room for more levels. */
const DEEPEST = LIMITS.documentBytesMax;
