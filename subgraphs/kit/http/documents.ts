import { type DocumentNode, type GraphQLError, type GraphQLSchema, parse, validate } from 'graphql';

/** Reads and checks the text of a question; the same text is read and checked once while it is remembered. */
export type Documents = {
  readonly parse: (text: string) => DocumentNode;
  readonly validate: (document: DocumentNode) => readonly GraphQLError[];
};

const TOKENS_MOST = 20_000;
const KEPT_MOST = 500;
/** A longer text is read each time, so that what is kept stays small. */
const KEPT_CHARACTERS_MOST = 20_000;

export function documentsOf(schema: GraphQLSchema): Documents {
  const kept = new Map<string, DocumentNode>();
  const faults = new WeakMap<DocumentNode, readonly GraphQLError[]>();
  return {
    parse: (text) => {
      const document = kept.get(text) ?? parse(text, { maxTokens: TOKENS_MOST });
      if (text.length <= KEPT_CHARACTERS_MOST) keepLatest(kept, text, document);
      return document;
    },
    validate: (document) => {
      const found = faults.get(document) ?? validate(schema, document);
      faults.set(document, found);
      return found;
    },
  };
}

/** The least lately used leaves first: a map keeps the order in which its keys came. */
function keepLatest<Value>(kept: Map<string, Value>, key: string, value: Value): void {
  kept.delete(key);
  kept.set(key, value);
  const [oldest] = kept.keys();
  if (kept.size > KEPT_MOST && oldest !== undefined) kept.delete(oldest);
}

const DOCUMENTS = new WeakMap<GraphQLSchema, Documents>();

/** The documents of a schema, which members that serve the same schema share. */
export function sharedDocuments(schema: GraphQLSchema): Documents {
  const known = DOCUMENTS.get(schema) ?? documentsOf(schema);
  DOCUMENTS.set(schema, known);
  return known;
}
