import type { ApolloServerPlugin, BaseContext } from '@apollo/server';
import { type DocumentNode, type GraphQLError, parse } from 'graphql';
import { checkDocument } from '../limits/index.ts';
import { incrementalFault } from './incremental.ts';

/**
 * Refuses what is too large before it is validated, for validation takes longer the larger a question is. Apollo Server cannot be stopped
 * between reading and validating, so a document that says nothing takes the place of the refused one, and is refused once it is validated.
 * It keeps documents by the hash of their text, hence one stand-in for each: it is refused again whenever the text comes again.
 */
export const documentsWithinLimits = (): ApolloServerPlugin<BaseContext> => {
  const refused = new WeakMap<DocumentNode, GraphQLError>();
  const replaced = (document: DocumentNode): DocumentNode => {
    const fault = checkDocument(document) ?? incrementalFault(document);
    if (!fault) return document;
    const standIn = parse('{ __typename }', { noLocation: true });
    refused.set(standIn, fault);
    return standIn;
  };
  return {
    requestDidStart: () =>
      Promise.resolve({
        parsingDidStart: (context) =>
          Promise.resolve(() => {
            const { document }: { readonly document?: DocumentNode } = context;
            if (document) Object.assign(context, { document: replaced(document) });
            return Promise.resolve();
          }),
        didResolveOperation: ({ document }) => {
          const fault = refused.get(document);
          return fault ? Promise.reject(fault) : Promise.resolve();
        },
      }),
  };
};
