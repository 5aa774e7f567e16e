import {
  type DefinitionNode,
  type FieldDefinitionNode,
  Kind,
  type ObjectTypeDefinitionNode,
  parse,
  print,
} from 'graphql';

/**
 * One subgraph of two: the first, and what the second adds to it. Types that both have get the fields of both, each field once, as the first
 * describes it; what the second imports must be imported by the first.
 */
export function joinSdl(sdl: string, addition: string): string {
  const added = parse(addition).definitions.filter((each) => each.kind !== Kind.SCHEMA_EXTENSION);
  const joined = new Map<string, DefinitionNode>();
  for (const each of [...parse(sdl).definitions, ...added]) {
    const name = nameOf(each);
    joined.set(name, joinTypes(joined.get(name), each));
  }
  return [...joined.values()].map(print).join('\n\n');
}

const nameOf = (node: DefinitionNode): string =>
  'name' in node && node.name ? `${node.kind} ${node.name.value}` : node.kind;

function joinTypes(first: DefinitionNode | undefined, second: DefinitionNode): DefinitionNode {
  if (first === undefined) return second;
  if (!isObject(first) || !isObject(second)) return first;
  return { ...first, fields: joinFields(first.fields ?? [], second.fields ?? []) };
}

const isObject = (node: DefinitionNode): node is ObjectTypeDefinitionNode =>
  node.kind === Kind.OBJECT_TYPE_DEFINITION;

function joinFields(
  first: readonly FieldDefinitionNode[],
  second: readonly FieldDefinitionNode[],
): readonly FieldDefinitionNode[] {
  const known = new Set(first.map((each) => each.name.value));
  return [...first, ...second.filter((each) => !known.has(each.name.value))];
}
