import {
  type DirectiveNode,
  type DocumentNode,
  type FieldNode,
  type GraphQLSchema,
  Kind,
  type SelectionNode,
  type SelectionSetNode,
  visit,
} from 'graphql';
import { type Conditions, collectFields, isSelected } from '../shape/index.ts';
import { onlyOperation } from './only-operation.ts';
import { operationIn } from './shapes.ts';

/**
 * A plannable operation as it is when its conditions are known: without them, and without what they take out. Undefined where nothing is left. Of
 * a mutation each field of the root stands once, in the order of the specification (6.3.2), for it is made once.
 */
export function decided(
  schema: GraphQLSchema,
  document: DocumentNode,
  conditions: Conditions,
): DocumentNode | undefined {
  const operation = operationIn(document);
  const left = visit(operation, {
    Field: { enter: (node) => decide(node, conditions) },
    InlineFragment: {
      enter: (node) => decide(node, conditions),
      leave: (node) => (node.selectionSet.selections.length === 0 ? null : undefined),
    },
  });
  const isMutation = operation.operation === 'mutation';
  const selectionSet = isMutation ? onceEach(schema, left.selectionSet) : left.selectionSet;
  if (selectionSet.selections.length === 0) return undefined;
  return onlyOperation({ kind: Kind.DOCUMENT, definitions: [{ ...left, selectionSet }] });
}

function decide<Node extends SelectionNode>(node: Node, conditions: Conditions): Node | null {
  return isSelected(node, conditions)
    ? { ...node, directives: node.directives?.filter(isNoCondition) ?? [] }
    : null;
}

const isNoCondition = ({ name }: DirectiveNode): boolean =>
  name.value !== 'skip' && name.value !== 'include';

function onceEach(schema: GraphQLSchema, set: SelectionSetNode): SelectionSetNode {
  const root = schema.getMutationType();
  if (!root) throw new Error('Expected a schema with mutations.');
  const reading = { schema, fragments: new Map(), conditions: {} };
  const fields = [...collectFields(root, [set], reading).values()];
  return { ...set, selections: fields.flatMap(joined) };
}

/** The same field of several places, with all that is selected in it. */
function joined(nodes: readonly FieldNode[]): readonly FieldNode[] {
  const [first] = nodes;
  if (!first?.selectionSet) return first ? [first] : [];
  const selections = nodes.flatMap((each) => each.selectionSet?.selections ?? []);
  return [{ ...first, selectionSet: { kind: Kind.SELECTION_SET, selections } }];
}
