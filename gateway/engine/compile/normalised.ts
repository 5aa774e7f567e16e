import type { DocumentNode, GraphQLSchema } from 'graphql';
import { unmarked } from '../shape/index.ts';
import { hoistIntrospection } from './hoist-introspection.ts';
import type { InterfaceObjects } from './interface-objects.ts';
import { onlyOperation } from './only-operation.ts';
import { plannable } from './plannable.ts';
import { renameAliases } from './rename-aliases.ts';
import { renameVariables } from './rename-variables.ts';
import type { Requirements } from './requirements.ts';
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

export type Schemas = {
  /** What clients see. */
  readonly schema: GraphQLSchema;
  /** The supergraph's: a key may be hidden from clients. */
  readonly wholeSchema: GraphQLSchema;
  readonly requirements: Requirements;
  readonly interfaceObjects: InterfaceObjects;
};

/** One operation of a valid document, made ready to be planned. */
export function normalised(
  { schema, wholeSchema, requirements, interfaceObjects }: Schemas,
  document: DocumentNode,
  operationName?: string | null,
): Normalised {
  const operation = onlyOperation(document, operationName);
  const names = requiredNames(requirements);
  const hoisted = hoistIntrospection(operation);
  const whole = renameVariables(renameAliases(wholeSchema, hoisted?.document ?? operation, names));
  const asked = hoisted ? unmarked(whole) : splitIntrospection(whole).asked;
  const introspection = hoisted?.introspection ?? splitIntrospection(operation).introspection;
  return {
    whole,
    ...(asked && { asked: plannable({ schema, interfaceObjects }, asked) }),
    ...(introspection && { introspection }),
  };
}

const requiredNames = (requirements: Requirements): ReadonlySet<string> =>
  new Set([...requirements.values()].flat().map(({ name }) => name));
