import {
  type DocumentNode,
  type FieldNode,
  type GraphQLSchema,
  getArgumentValues,
  getNamedType,
  getOperationAST,
  getVariableValues,
  Kind,
  type SelectionSetNode,
} from 'graphql';
import { type Contract, mergeOf } from '../../schema/index.ts';
import type { ListIdentity, Sealer } from './cursor.ts';
import { responseNameOf } from './document.ts';
import { orderByOf } from './instance.ts';
import type { JsonObject } from './json.ts';
import type { Viewer } from './member.ts';

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
  const operation = getOperationAST(question.document, question.operationName);
  const fields = check.schema.getQueryType()?.getFields();
  if (!operation || !fields) return [];
  const definitions = operation.variableDefinitions ?? [];
  const { coerced } = getVariableValues(check.schema, definitions, question.variables);
  if (!coerced) return []; // the executor says what is wrong with them
  return rootFields(question.document, operation.selectionSet).flatMap((node) => {
    const field = fields[node.name.value];
    if (!field || mergeOf(check.contract, getNamedType(field.type).name)?.by !== 'ORDER') return [];
    const args = getArgumentValues(field, node, coerced) as JsonObject;
    return isBad(check, field.name, args) ? [responseNameOf(node)] : [];
  });
}

/** The root fields of a question, skipped ones too. Each fragment is walked once, however often it is spread. */
function rootFields(document: DocumentNode, root: SelectionSetNode): readonly FieldNode[] {
  const walked = new Set<string>();
  const fieldsIn = ({ selections }: SelectionSetNode): readonly FieldNode[] =>
    selections.flatMap((node) => {
      if (node.kind === Kind.FIELD) return [node];
      if (node.kind === Kind.INLINE_FRAGMENT) return fieldsIn(node.selectionSet);
      if (walked.has(node.name.value)) return [];
      walked.add(node.name.value);
      return document.definitions.flatMap((each) =>
        each.kind === Kind.FRAGMENT_DEFINITION && each.name.value === node.name.value
          ? fieldsIn(each.selectionSet)
          : [],
      );
    });
  return fieldsIn(root);
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
