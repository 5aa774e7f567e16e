import type { ConstDirectiveNode, DocumentNode } from 'graphql';
import { directivesOf } from './join-directives.ts';

/** The names of the interfaces that some subgraph knows as an object (`@interfaceObject`). */
export type InterfaceObjects = ReadonlySet<string>;

export function interfaceObjectsIn({ definitions }: DocumentNode): InterfaceObjects {
  const interfaces = definitions.filter((each) => each.kind === 'InterfaceTypeDefinition');
  const objects = interfaces.filter((each) => directivesOf(each, 'join__type').some(saysSo));
  return new Set(objects.map(({ name }) => name.value));
}

const saysSo = ({ arguments: given = [] }: ConstDirectiveNode): boolean =>
  given.some(
    ({ name, value }) =>
      name.value === 'isInterfaceObject' && value.kind === 'BooleanValue' && value.value,
  );
