import { createHash } from 'node:crypto';
import {
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  parse,
  specifiedRules,
  type ValidationRule,
  validate,
} from 'graphql';
import { LRUCache } from 'lru-cache';
import { checkDocument, LIMITS } from '../../limits/index.ts';
import type { Asked } from '../companion.ts';
import type { Fault } from '../errors.ts';
import { incrementalFault } from '../incremental.ts';
import { faultOf } from './fault.ts';

/** A text that is a valid document of the schema, or what is wrong with it. */
export type DocumentReading = Pick<Asked, 'queryHash'> &
  (
    | { readonly kind: 'read'; readonly document: DocumentNode }
    | { readonly kind: 'refused'; readonly faults: readonly Fault[] }
  );

/** Reads the text of a question: parsed, held against the limits of its size, and validated. */
export type ReadDocument = (text: string) => DocumentReading;

/**
 * The same, but for texts that it has read lately. They are looked up by themselves, which takes a fraction of what hashing them would. What is
 * refused is not kept: whoever asks nonsense shall drive out nobody's good question.
 */
export function openDocuments(
  schema: GraphQLSchema,
  rules: readonly ValidationRule[],
): ReadDocument {
  const kept = new LRUCache<string, DocumentReading>({ maxSize: LIMITS.documentsKeptBytesMax });
  const read = reading(schema, [...specifiedRules, ...rules]);
  return (text) => {
    const known = kept.get(text);
    if (known) return known;
    const made = read(text);
    if (made.kind === 'read') kept.set(text, made, { size: bytesOf(made.document) });
    return made;
  };
}

/** As Apollo Server reckons, so that both keep alike. */
const bytesOf = (document: DocumentNode): number => Buffer.byteLength(JSON.stringify(document));

const reading =
  (schema: GraphQLSchema, rules: readonly ValidationRule[]): ReadDocument =>
  (text) => {
    const queryHash = createHash('sha256').update(text).digest('hex');
    const document = parsedFrom(text);
    if (document instanceof GraphQLError)
      return { kind: 'refused', queryHash, faults: [faultOf(document, 'GRAPHQL_PARSE_FAILED')] };
    const fault = checkDocument(document) ?? incrementalFault(document);
    const found = fault ? [fault] : validate(schema, document, rules, OPTIONS);
    if (found.length === 0) return { kind: 'read', queryHash, document };
    const faults = found.map((each) => faultOf(each, 'GRAPHQL_VALIDATION_FAILED'));
    return { kind: 'refused', queryHash, faults };
  };

const OPTIONS = { maxErrors: LIMITS.mistakesMax } as const;

/** Nested thousands of levels deep a text overflows the parser's stack, which it does not call a mistake of the text. */
function parsedFrom(text: string): DocumentNode | GraphQLError {
  try {
    return parse(text, { maxTokens: LIMITS.documentTokensMax });
  } catch (error) {
    if (error instanceof GraphQLError) return error;
    if (error instanceof RangeError) return new GraphQLError(error.message);
    throw error;
  }
}
