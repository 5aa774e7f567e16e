import { execute } from 'graphql';
import { sharedDocuments } from '../../subgraphs/kit/http/documents.ts';
import type { OpenedMember } from '../oracle/generated-member.ts';
import type { Truth } from './fault.ts';
import type { Honest } from './zoo-member.ts';

/** The kit's own member over its database. */
export function honestOf({ schema, newContext }: OpenedMember): Honest {
  const documents = sharedDocuments(schema);
  return async ({ query, variables = {} }) => {
    const document = documents.parse(query);
    const faults = documents.validate(document);
    if (faults.length > 0) throw new Error(`A member was asked what is not valid: ${faults[0]}`);
    const contextValue = newContext();
    const result = await execute({ schema, document, contextValue, variableValues: variables });
    return JSON.parse(JSON.stringify(result)) as Truth;
  };
}
