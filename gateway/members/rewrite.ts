import {
  type FieldNode,
  type GraphQLSchema,
  isObjectType,
  Kind,
  type SelectionSetNode,
} from 'graphql';
import { type Contract, mergeOf } from '../../schema/index.ts';
import { type Operation, parseOperation, responseNameOf } from './document.ts';
import type { JsonObject } from './json.ts';
import { type MemberText, memberText } from './member-text.ts';
import { rowBytesOf } from './page-size.ts';
import { typeOfField } from './project.ts';
import { keyOf, type Scattered } from './scattered.ts';

/** The planner's question to the continental face, read once. */
export type Question = {
  readonly operation: Operation;
  readonly fields: readonly Scattered[];
  /**
   * The text that a member is sent when it is asked for these of the fields, and the variables it takes. Of a page in parts these say how many
   * rows, and behind which.
   */
  readonly askFor: (keys: readonly string[], inParts?: boolean) => MemberText;
};

export function readQuestion(text: string, schema: GraphQLSchema, contract: Contract): Question {
  const operation = parseOperation(text);
  const fields = scatteredIn(operation, schema, contract);
  const texts = new Map<string, MemberText>();
  const askFor = (keys: readonly string[], inParts = false) => {
    const pattern = `${inParts} ${keys.join(' ')}`;
    const known = texts.get(pattern);
    if (known) return known;
    const made = memberText(
      operation,
      fields.filter((each) => keys.includes(each.key)),
      inParts,
    );
    texts.set(pattern, made);
    return made;
  };
  return { operation, fields, askFor };
}

/** Every field node with the type it stands on: of Query, or of the shared types that `_entities` is asked for. */
type Standing = { readonly type: string; readonly node: FieldNode };

function standingFields(operation: Operation): readonly Standing[] {
  return below(operation.selectionSet, 'Query').flatMap((each) =>
    each.node.name.value === '_entities' && each.node.selectionSet
      ? below(each.node.selectionSet, '_Entity')
      : [each],
  );
}

function below(set: SelectionSetNode, type: string): readonly Standing[] {
  return set.selections.flatMap((node) => {
    if (node.kind === Kind.FIELD) return [{ type, node }];
    if (node.kind !== Kind.INLINE_FRAGMENT) return [];
    return below(node.selectionSet, node.typeCondition?.name.value ?? type);
  });
}

function scatteredIn(
  operation: Operation,
  schema: GraphQLSchema,
  contract: Contract,
): readonly Scattered[] {
  const found = new Map<string, Scattered>();
  for (const { type, node } of standingFields(operation)) {
    const parent = schema.getType(type);
    const returns = isObjectType(parent) ? typeOfField(parent, node.name.value) : undefined;
    const rule = returns && mergeOf(contract, returns.name);
    const key = keyOf(type, node);
    if (!isObjectType(parent) || !returns || !rule || found.has(key)) continue;
    found.set(key, {
      key,
      parent,
      fieldName: node.name.value,
      responseName: responseNameOf(node),
      returns,
      rule,
      node,
      afterVariable: `zlg_after${found.size}`,
      firstVariable: `zlg_first${found.size}`,
      rowBytes: rowBytesOf(node),
    });
  }
  return [...found.values()];
}

/** Whether the representations of a question are of owned types, which go to their owners. */
export const isAboutOwned = (contract: Contract, variables: JsonObject): boolean => {
  const { representations } = variables;
  if (!Array.isArray(representations)) return false;
  return representations.some(
    (each: JsonObject) => contract.kindOf(String(each.__typename)) === 'owned',
  );
};
