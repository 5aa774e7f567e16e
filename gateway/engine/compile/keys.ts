import { type DocumentNode, parse, type SelectionSetNode } from 'graphql';
import type { KeyField } from '../execute/index.ts';
import { argumentOf, directivesOf } from './join-directives.ts';

/** The keys of each type in each subgraph, by `SUBGRAPH Type`, where the subgraph's name is as plans have it. */
export type Keys = ReadonlyMap<string, readonly (readonly KeyField[])[]>;

/** Reads them from a supergraph, where composition has written them (`@join__type`). */
export function keysIn(supergraph: DocumentNode): Keys {
  const names = graphNames(supergraph);
  const keys = new Map<string, (readonly KeyField[])[]>();
  for (const node of supergraph.definitions) {
    if (node.kind !== 'ObjectTypeDefinition' && node.kind !== 'InterfaceTypeDefinition') continue;
    for (const directive of directivesOf(node, 'join__type')) {
      const graph = names.get(argumentOf(directive, 'graph') ?? '');
      const key = argumentOf(directive, 'key');
      if (graph === undefined || key === undefined) continue;
      const place = `${graph} ${node.name.value}`;
      keys.set(place, [...(keys.get(place) ?? []), fieldsIn(key)]);
    }
  }
  return keys;
}

/** Subgraphs' names by the values of `join__Graph`. */
export function graphNames({ definitions }: DocumentNode): ReadonlyMap<string, string> {
  const graphs = definitions.find(
    (node) => node.kind === 'EnumTypeDefinition' && node.name.value === 'join__Graph',
  );
  const values = graphs?.kind === 'EnumTypeDefinition' ? (graphs.values ?? []) : [];
  return new Map(
    values.map((value) => {
      const [graph] = directivesOf(value, 'join__graph');
      return [value.name.value, (graph && argumentOf(graph, 'name')) ?? value.name.value];
    }),
  );
}

function fieldsIn(key: string): readonly KeyField[] {
  const selection = selectionOf(key);
  return selection ? keyFields(selection) : [];
}

/** A text of fields, as directives have it, unless it is empty. */
export function selectionOf(fields: string): SelectionSetNode | undefined {
  if (fields.trim() === '') return undefined;
  const [operation] = parse(`{ ${fields} }`, { noLocation: true }).definitions;
  return operation?.kind === 'OperationDefinition' ? operation.selectionSet : undefined;
}

const keyFields = ({ selections }: SelectionSetNode): readonly KeyField[] =>
  selections.flatMap((each) => {
    if (each.kind === 'FragmentSpread') return [];
    if (each.kind === 'InlineFragment') return keyFields(each.selectionSet);
    const fields = each.selectionSet ? keyFields(each.selectionSet) : [];
    return [{ name: each.name.value, fields }];
  });
