import {
  type ASTNode,
  type DocumentNode,
  type FieldNode,
  Kind,
  OperationTypeNode,
  visit,
} from 'graphql';
import { markedOwn } from '../shape/index.ts';
import { onlyOperation } from './only-operation.ts';

/** A document that asks for the schema below a field that gives the root once more, in two. */
export type Hoisted = {
  /** With a marked `__typename` wherever the schema is asked for: the mark says under which name the other has it. */
  readonly document: DocumentNode;
  /** All that is asked of the schema, at the root of a query. */
  readonly introspection: DocumentNode;
};

/** Undefined where the schema is asked for at the root alone, or not at all. The document has one operation. */
export function hoistIntrospection(document: DocumentNode): Hoisted | undefined {
  if (!asksBelow(document)) return undefined;
  const fields: FieldNode[] = [];
  const marked = visit(document, {
    Field: (node) => {
      if (!isIntrospection(node)) return undefined;
      const name = `zlg_${fields.length}`;
      fields.push({ ...node, alias: { kind: Kind.NAME, value: name }, directives: [] });
      return markedOwn(node, name);
    },
  });
  return { document: onlyOperation(marked), introspection: queryOf(document, fields) };
}

const isIntrospection = ({ name }: FieldNode): boolean =>
  name.value === '__schema' || name.value === '__type';

/** Below a field, or in a fragment of a type of which a fragment is spread there. */
function asksBelow(document: DocumentNode): boolean {
  let asks = false;
  const types = new Set<string>();
  const spreads = new Set<string>();
  visit(document, {
    Field: (node, _key, _parent, _path, ancestors) => {
      if (!isIntrospection(node)) return undefined;
      asks ||= isBelow(ancestors);
      for (const each of kindsOf(ancestors, Kind.FRAGMENT_DEFINITION)) types.add(typeOf(each));
      return false;
    },
    FragmentSpread: ({ name }, _key, _parent, _path, ancestors) => {
      if (isBelow(ancestors)) spreads.add(name.value);
    },
  });
  return (
    asks ||
    document.definitions.some((each) => spreads.has(nameOf(each)) && types.has(typeOf(each)))
  );
}

type Ancestors = readonly (ASTNode | readonly ASTNode[])[];
const kindsOf = (ancestors: Ancestors, kind: Kind): readonly ASTNode[] =>
  ancestors.filter((each): each is ASTNode => 'kind' in each && each.kind === kind);
const isBelow = (ancestors: Ancestors): boolean => kindsOf(ancestors, Kind.FIELD).length > 0;

const typeOf = (node: ASTNode): string =>
  node.kind === Kind.FRAGMENT_DEFINITION ? node.typeCondition.name.value : '';
const nameOf = (node: ASTNode): string =>
  node.kind === Kind.FRAGMENT_DEFINITION ? node.name.value : '';

/** These fields alone, with the variables and fragments that they use, whatever the operation is. */
const queryOf = (document: DocumentNode, selections: readonly FieldNode[]): DocumentNode =>
  onlyOperation({
    ...document,
    definitions: document.definitions.map((each) =>
      each.kind === Kind.OPERATION_DEFINITION
        ? {
            ...each,
            operation: OperationTypeNode.QUERY,
            directives: [],
            selectionSet: { kind: Kind.SELECTION_SET, selections },
          }
        : each,
    ),
  });
