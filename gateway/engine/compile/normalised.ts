import type { DocumentNode, GraphQLSchema } from 'graphql';
import { onlyOperation } from './only-operation.ts';
import { plannable } from './plannable.ts';
import { renameAliases } from './rename-aliases.ts';
import { renameVariables } from './rename-variables.ts';
import { splitIntrospection } from './split-introspection.ts';

/** An operation as it is planned, and what of it the schema answers, each where there is any. */
export type Normalised = {
  /** All of it, with names that neither the planner nor a subgraph takes for something else; see `clientName` and `plannersVariables`. */
  readonly whole: DocumentNode;
  /** That without what the schema answers, in the form that is planned. */
  readonly asked?: DocumentNode;
  /** In the client's own names, for graphql-js. */
  readonly introspection?: DocumentNode;
};

/** One operation of a valid document, made ready to be planned. The schema is the whole supergraph's: a key may be hidden from clients. */
export function normalised(
  schema: GraphQLSchema,
  document: DocumentNode,
  operationName?: string | null,
): Normalised {
  const operation = onlyOperation(document, operationName);
  const whole = renameVariables(renameAliases(schema, operation));
  const { asked } = splitIntrospection(whole);
  const { introspection } = splitIntrospection(operation);
  return {
    whole,
    ...(asked && { asked: plannable(schema, asked) }),
    ...(introspection && { introspection }),
  };
}
