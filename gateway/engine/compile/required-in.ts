import type { DocumentNode, SelectionSetNode } from 'graphql';
import { argumentOf, directivesOf } from './join-directives.ts';
import { graphNames, selectionOf } from './keys.ts';

/** What a field requires in a subgraph (`@requires`), by `SUBGRAPH Type.field`, where the subgraph's name is as plans have it. */
export type RequiredIn = ReadonlyMap<string, SelectionSetNode>;

/** Reads it from a supergraph, where composition has written it (`@join__field`). */
export function requiredIn(supergraph: DocumentNode): RequiredIn {
  const names = graphNames(supergraph);
  const required = supergraph.definitions.flatMap((type) => {
    if (type.kind !== 'ObjectTypeDefinition') return [];
    return (type.fields ?? []).flatMap((field) =>
      directivesOf(field, 'join__field').flatMap((directive) => {
        const graph = names.get(argumentOf(directive, 'graph') ?? '');
        const selection = selectionOf(argumentOf(directive, 'requires') ?? '');
        const place = `${graph} ${type.name.value}.${field.name.value}`;
        return selection ? [[place, selection] as const] : [];
      }),
    );
  });
  return new Map(required);
}
