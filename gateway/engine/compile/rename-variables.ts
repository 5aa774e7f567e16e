import { type DocumentNode, Kind, type VariableNode, visit } from 'graphql';
import { plannersName } from './rename-aliases.ts';

/** The same operation, but no variable has a name that is used between the gateway and its subgraphs. */
export const renameVariables = (document: DocumentNode): DocumentNode =>
  visit(document, {
    Variable: (node) => (isReserved(node.name.value) ? renamed(node) : undefined),
  });

/** A request's variables under the names of the operation that was planned. They are to be coerced before: an error names what the client wrote. */
export function plannersVariables<Value>(
  variables: Readonly<Record<string, Value>>,
): Readonly<Record<string, Value>> {
  if (!Object.keys(variables).some(isReserved)) return variables;
  return Object.fromEntries(
    Object.entries(variables).map(([name, value]) => [
      isReserved(name) ? plannersName(name) : name,
      value,
    ]),
  );
}

const isReserved = (name: string): boolean =>
  /^(representations$|contextualArgument_|zlg_|zz_|__)/.test(name);

const renamed = ({ name }: VariableNode): VariableNode => ({
  kind: Kind.VARIABLE,
  name: { kind: Kind.NAME, value: plannersName(name.value) },
});
