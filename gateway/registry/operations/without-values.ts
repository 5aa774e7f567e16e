import { createHash } from 'node:crypto';
import {
  type DocumentNode,
  Kind,
  print,
  stripIgnoredCharacters,
  type ValueNode,
  visit,
} from 'graphql';

/** A question without what was asked about: texts and numbers say who or what somebody looks for. */
export function withoutValues(document: DocumentNode): string {
  const bare = visit(document, {
    IntValue: () => ({ kind: Kind.INT, value: '0' }),
    FloatValue: () => ({ kind: Kind.FLOAT, value: '0' }),
    StringValue: () => ({ kind: Kind.STRING, value: '' }),
    ListValue: { leave: (node) => ({ ...node, values: unlike(node.values) }) },
    VariableDefinition: { leave: ({ defaultValue: _, ...node }) => node },
  });
  return stripIgnoredCharacters(print(bare));
}

/** How many there were in a list is a value too; words of an enum are names of the schema. */
function unlike(values: readonly ValueNode[]): readonly ValueNode[] {
  const seen = new Set<string>();
  return values.filter((each) => {
    const text = print(each);
    const isNew = !seen.has(text);
    seen.add(text);
    return isNew;
  });
}

export const hashOfOperation = (document: string): string =>
  createHash('sha256').update(document).digest('hex');
