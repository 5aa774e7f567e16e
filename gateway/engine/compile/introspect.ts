import { type DocumentNode, executeSync, type GraphQLSchema, Kind } from 'graphql';
import { NOTHING_OWN, type Own } from './shapes.ts';

/** What the schema answers, as texts by the client's names. Without variables it is the same every time. */
export type Introspecting = (variables: Readonly<Record<string, unknown>>) => Own;

export function introspecting(
  schema: GraphQLSchema,
  document: DocumentNode | undefined,
): Introspecting {
  if (!document) return () => NOTHING_OWN;
  let kept: Own | undefined;
  return (variables) => {
    if (kept) return kept;
    const own = introspect(schema, document, variables);
    if (!hasVariables(document)) kept = own;
    return own;
  };
}

const hasVariables = ({ definitions }: DocumentNode): boolean =>
  definitions.some(
    (each) =>
      each.kind === Kind.OPERATION_DEFINITION && (each.variableDefinitions ?? []).length > 0,
  );

function introspect(
  schema: GraphQLSchema,
  document: DocumentNode,
  variables: Readonly<Record<string, unknown>>,
): Own {
  const { data, errors } = executeSync({ schema, document, variableValues: variables });
  if (errors?.[0]) throw errors[0];
  return new Map(Object.entries(data ?? {}).map(([name, value]) => [name, JSON.stringify(value)]));
}
