import {
  type DefinitionNode,
  type DocumentNode,
  Kind,
  type NameNode,
  type OperationDefinitionNode,
  parse,
  print,
  type SelectionNode,
  stripIgnoredCharacters,
  visit,
} from 'graphql';

/** What the entities of a part are called in a joined question, and the variable with their representations: nobody else uses such a name. */
export const partName = (part: number): string => `zlg_${part}`;

/**
 * Several questions of entities as one, which has a list of entities for each. A variable of the client is the same in all of them; fragments of
 * the same name need not be, for the planner cuts them to each of its questions.
 */
export function joinedQuery(queries: readonly string[]): string {
  const parts = queries.map((query, part) => renamed(parse(query, { noLocation: true }), part));
  const definitions = parts.flatMap((each) => each.definitions);
  const others = definitions.filter((each) => !isOperation(each));
  const operation = joined(definitions.filter(isOperation));
  const document: DocumentNode = { kind: Kind.DOCUMENT, definitions: [operation, ...others] };
  return stripIgnoredCharacters(print(document));
}

function renamed(document: DocumentNode, part: number): DocumentNode {
  const inPart = <Node extends { readonly name: NameNode }>(node: Node): Node => ({
    ...node,
    name: nameNode(`${node.name.value}_${part}`),
  });
  return visit(document, {
    FragmentDefinition: inPart,
    FragmentSpread: inPart,
    Variable: (node) =>
      node.name.value === 'representations'
        ? { ...node, name: nameNode(partName(part)) }
        : undefined,
    OperationDefinition: ({ selectionSet, ...operation }) => ({
      ...operation,
      selectionSet: {
        ...selectionSet,
        selections: selectionSet.selections.map((each) => aliased(each, part)),
      },
    }),
  });
}

/** The root of a question of entities has nothing else. */
const aliased = (node: SelectionNode, part: number): SelectionNode =>
  node.kind === Kind.FIELD ? { ...node, alias: nameNode(partName(part)) } : node;

const nameNode = (value: string): NameNode => ({ kind: Kind.NAME, value });

const isOperation = (node: DefinitionNode): node is OperationDefinitionNode =>
  node.kind === Kind.OPERATION_DEFINITION;

/** It is called as the first of them. */
function joined(operations: readonly OperationDefinitionNode[]): OperationDefinitionNode {
  const [first] = operations;
  if (!first) throw new Error('Expected questions to join, got none.');
  const variables = operations.flatMap((each) => each.variableDefinitions ?? []);
  const byName = new Map(variables.map((each) => [each.variable.name.value, each]));
  const selections = operations.flatMap((each) => each.selectionSet.selections);
  return {
    ...first,
    variableDefinitions: [...byName.values()],
    selectionSet: { ...first.selectionSet, selections },
  };
}
