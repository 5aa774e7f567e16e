import { Kind, visit } from 'graphql';
import { definedTypes, type Extension, type ExtensionRule } from './extension.ts';

/** What another member publishes is routed to that member, and may be gone tomorrow. */
export const typeUnknown: ExtensionRule = {
  code: 'TYPE_UNKNOWN',
  says: "Use types of the contract and types that you define here; another member's are its own.",
  find: (extension) => {
    const own = new Set(definedTypes(extension).map(({ name }) => name.value));
    return namedIn(extension).filter(
      (name) => !own.has(name) && !extension.contract.types.has(name) && !BUILT_IN.has(name),
    );
  },
};

const BUILT_IN: ReadonlySet<string> = new Set(['Int', 'Float', 'String', 'Boolean', 'ID']);

function namedIn({ document }: Extension): readonly string[] {
  const names: string[] = [];
  visit(document, { [Kind.NAMED_TYPE]: (node) => void names.push(node.name.value) });
  return names;
}
