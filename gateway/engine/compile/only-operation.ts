import { type DocumentNode, separateOperations, visit } from 'graphql';

/** One operation of a valid document, with the fragments and the variables that it uses. Without a name it is the only one. */
export function onlyOperation(document: DocumentNode, operationName?: string | null): DocumentNode {
  const operations = separateOperations(document);
  const name = operationName ?? Object.keys(operations)[0] ?? '';
  const alone = operations[name];
  if (!alone) throw new Error(`Expected an operation "${name}", got a document without it.`);
  const used = usedVariables(alone);
  return visit(alone, {
    VariableDefinition: (node) => (used.has(node.variable.name.value) ? undefined : null),
  });
}

function usedVariables(document: DocumentNode): ReadonlySet<string> {
  const used = new Set<string>();
  visit(document, {
    VariableDefinition: () => false,
    Variable: ({ name }) => {
      used.add(name.value);
    },
  });
  return used;
}
