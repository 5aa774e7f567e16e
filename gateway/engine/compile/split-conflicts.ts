import {
  type DocumentNode,
  type FieldNode,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { onlyOperation } from './only-operation.ts';
import type { Requirement, Requirements } from './requirements.ts';

/**
 * A query that is ready to be planned, in as many as its fields need so that no two of one require the same with other arguments: the first with all that requires nothing,
 * each with the way to its fields. A mutation stays whole, for its root may be asked once.
 */
export function splitConflicts(
  document: DocumentNode,
  requirements: Requirements,
  schema: GraphQLSchema,
): readonly DocumentNode[] {
  const operation = document.definitions.find((each) => each.kind === Kind.OPERATION_DEFINITION);
  if (requirements.size === 0 || operation?.operation !== 'query') return [document];
  const { partOf, count } = assigned(document, requirements, schema);
  if (count < 2) return [document];
  return Array.from({ length: count }, (_, part) => part).flatMap((part) => {
    const selectionSet = pruned(operation.selectionSet, { partOf, part });
    return selectionSet ? [alone({ ...operation, selectionSet })] : [];
  });
}

const alone = (operation: OperationDefinitionNode): DocumentNode =>
  onlyOperation({ kind: Kind.DOCUMENT, definitions: [operation] });

type Parts = ReadonlyMap<FieldNode, number>;

/** Which part each field with requirements belongs to: the first one that requires nothing else at the same place. */
function assigned(document: DocumentNode, requirements: Requirements, schema: GraphQLSchema) {
  const parts: Map<string, string>[] = [];
  const partOf = new Map<FieldNode, number>();
  const types = new TypeInfo(schema);
  visit(
    document,
    visitWithTypeInfo(types, {
      Field: (node) => {
        const type = types.getParentType()?.name ?? '';
        const required = namesOf(schema, type).flatMap(
          (each) => requirements.get(`${each}.${node.name.value}`) ?? [],
        );
        if (required.length > 0) partOf.set(node, firstPartFor(required, parts));
      },
    }),
  );
  return { partOf, count: parts.length };
}

function namesOf(schema: GraphQLSchema, name: string): readonly string[] {
  const type = getNamedType(schema.getType(name));
  return isAbstractType(type)
    ? [name, ...schema.getPossibleTypes(type).map((each) => each.name)]
    : [name];
}

function firstPartFor(required: readonly Requirement[], parts: Map<string, string>[]): number {
  const isFree = (part: Map<string, string>) =>
    required.every(({ path, args }) => (part.get(path) ?? args) === args);
  const at = parts.findIndex(isFree);
  const part = parts[at] ?? new Map<string, string>();
  for (const { path, args } of required) part.set(path, args);
  return at < 0 ? parts.push(part) - 1 : at;
}

type Pruning = { readonly partOf: Parts; readonly part: number };

/** Of a selection what belongs to a part. */
function pruned(set: SelectionSetNode, pruning: Pruning): SelectionSetNode | undefined {
  const selections = set.selections.flatMap((each) => prunedSelection(each, pruning) ?? []);
  return selections.length > 0 ? { ...set, selections } : undefined;
}

function prunedSelection(node: SelectionNode, pruning: Pruning): SelectionNode | undefined {
  switch (node.kind) {
    case Kind.FIELD:
      return prunedField(node, pruning);
    case Kind.INLINE_FRAGMENT:
      return withPruned(node, pruning);
    case Kind.FRAGMENT_SPREAD:
      throw new Error('Expected an operation without named fragments, got one.');
  }
}

/** What requires nothing is asked for once, with the first part; it leads to the fields of the others. */
function prunedField(node: FieldNode, pruning: Pruning): FieldNode | undefined {
  const own = pruning.partOf.get(node);
  const { selectionSet } = node;
  if (own !== undefined && own !== pruning.part) return undefined;
  if (!selectionSet) return (own ?? 0) === pruning.part ? node : undefined;
  return withPruned({ ...node, selectionSet }, own === undefined ? pruning : WHOLE);
}

/** Below a field of a part stands all that it has, whatever it requires. */
const WHOLE: Pruning = { part: 0, partOf: new Map() };

function withPruned<Node extends { readonly selectionSet: SelectionSetNode }>(
  node: Node,
  pruning: Pruning,
): Node | undefined {
  const selectionSet = pruned(node.selectionSet, pruning);
  return selectionSet && { ...node, selectionSet };
}
