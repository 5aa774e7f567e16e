import {
  type DocumentNode,
  type GraphQLSchema,
  getArgumentValues,
  getNamedType,
  getOperationAST,
  getVariableValues,
} from 'graphql';
import { type Contract, mergeOf } from '../../schema/index.ts';
import type { ListIdentity, Sealer } from './cursor.ts';
import { operationOf, selected } from './document.ts';
import { orderByOf } from './instance.ts';
import type { JsonObject, Viewer } from './member.ts';

/** A client's question, as it came. */
export type ClientQuestion = {
  readonly document: DocumentNode;
  readonly operationName?: string | null | undefined;
  readonly variables: JsonObject;
};
export type CursorCheck = {
  readonly schema: GraphQLSchema;
  readonly contract: Contract;
  readonly sealer: Sealer;
  readonly viewer: Viewer;
};

/** Names of the root fields whose cursor is not of their list; to be refused before anybody is asked. */
export function badCursors(check: CursorCheck, question: ClientQuestion): readonly string[] {
  const node = getOperationAST(question.document, question.operationName);
  const query = check.schema.getQueryType();
  if (!node || !query) return [];
  const operation = operationOf(question.document, node);
  const { coerced } = getVariableValues(
    check.schema,
    node.variableDefinitions ?? [],
    question.variables,
  );
  if (!coerced) return [];
  const roots = selected([operation.selectionSet], coerced as JsonObject);
  return [...roots].flatMap(([name, [field]]) => {
    const definition = field && query.getFields()[field.name.value];
    if (!field || !definition) return [];
    if (mergeOf(check.contract, getNamedType(definition.type).name)?.by !== 'ORDER') return [];
    const args = getArgumentValues(definition, field, coerced) as JsonObject;
    return isBad(check, field.name.value, args) ? [name] : [];
  });
}

function isBad({ sealer, viewer }: CursorCheck, field: string, args: JsonObject): boolean {
  const { after } = args;
  if (after === null || after === undefined) return false;
  const list: ListIdentity = {
    field,
    parent: '',
    filter: args.filter ?? null,
    orderBy: orderByOf(args),
    viewer,
  };
  return sealer.unseal(after, list) === undefined;
}
