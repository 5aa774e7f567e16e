import {
  type DirectiveNode,
  type FieldNode,
  type FragmentDefinitionNode,
  Kind,
  parse,
  type SelectionSetNode,
} from 'graphql';
import type { Question } from './client.ts';

type Asked = {
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly variables: Readonly<Record<string, unknown>>;
};

/**
 * Places of the answer, by response names, where an object was asked for and every field of it skipped. It is {} by the specification, and a list of
 * them as many {}; the stock planner does not ask for them at all, and its executor says null.
 */
export function skippedObjects({ query, variables = {} }: Question): ReadonlySet<string> {
  const { definitions } = parse(query);
  const fragments = new Map(
    definitions.flatMap((each) =>
      each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each]] : [],
    ),
  );
  const operation = definitions.find((each) => each.kind === Kind.OPERATION_DEFINITION);
  if (operation?.kind !== Kind.OPERATION_DEFINITION) return new Set();
  const defaults = (operation.variableDefinitions ?? []).flatMap(({ variable, defaultValue }) =>
    defaultValue?.kind === Kind.BOOLEAN ? [[variable.name.value, defaultValue.value]] : [],
  );
  const asked = { fragments, variables: { ...Object.fromEntries(defaults), ...variables } };
  return new Set(skippedBelow([operation.selectionSet], asked, ''));
}

function skippedBelow(
  sets: readonly SelectionSetNode[],
  asked: Asked,
  path: string,
): readonly string[] {
  const fields = new Map<string, readonly FieldNode[]>();
  for (const field of sets.flatMap((set) => fieldsIn(set, asked))) {
    const name = (field.alias ?? field.name).value;
    fields.set(name, [...(fields.get(name) ?? []), field]);
  }
  if (fields.size === 0) return [path];
  return [...fields].flatMap(([name, nodes]) => {
    const below = nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
    return below.length > 0 ? skippedBelow(below, asked, `${path}.${name}`) : [];
  });
}

function fieldsIn(set: SelectionSetNode, asked: Asked): readonly FieldNode[] {
  return set.selections.flatMap((node) => {
    if (isSkipped(node.directives ?? [], asked)) return [];
    if (node.kind === Kind.FIELD) return [node];
    const inner = node.kind === Kind.INLINE_FRAGMENT ? node : asked.fragments.get(node.name.value);
    return inner ? fieldsIn(inner.selectionSet, asked) : [];
  });
}

const isSkipped = (directives: readonly DirectiveNode[], { variables }: Asked): boolean =>
  directives.some((each) => {
    const value = each.arguments?.[0]?.value;
    const isTrue =
      value?.kind === Kind.VARIABLE
        ? variables[value.name.value]
        : value?.kind === Kind.BOOLEAN && value.value;
    return each.name.value === 'skip' ? isTrue === true : isTrue !== true;
  });
