import { Kind } from 'graphql';
import { definedTypes, type ExtensionRule } from './extension.ts';

/** The schema is for reading, and its root is everybody's. */
export const rootNotAllowed: ExtensionRule = {
  code: 'ROOT_NOT_ALLOWED',
  says: 'Give questions as fields of `type Query`; there is no Mutation, no Subscription and no other name for Query.',
  find: (extension) => [
    ...definedTypes(extension).flatMap(({ name }) => (ROOTS.has(name.value) ? [name.value] : [])),
    ...extension.document.definitions.flatMap((each) =>
      each.kind === Kind.SCHEMA_DEFINITION || each.kind === Kind.SCHEMA_EXTENSION
        ? (each.operationTypes ?? []).map(({ operation }) => `schema.${operation}`)
        : [],
    ),
  ],
};

const ROOTS: ReadonlySet<string> = new Set(['Mutation', 'Subscription']);
