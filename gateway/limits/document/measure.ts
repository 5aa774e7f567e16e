import {
  type ASTNode,
  type DocumentNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
  type ValueNode,
  visit,
} from 'graphql';

/** How large a document is, with each fragment counted wherever it is spread. Of several operations the largest counts. */
export type Measured = {
  readonly fields: number;
  readonly aliases: number;
  readonly rootFields: number;
  /** Selection sets within one another, those of fragments too. */
  readonly depth: number;
  /** Lists of types and fields within one another; the contract has none of these names. */
  readonly introspectionLists: number;
  /** Fields `__schema` and `__type`. */
  readonly introspections: number;
  /** As written, anywhere in the document. */
  readonly directives: number;
  /** Variables that decide whether a part is asked, anywhere in the document. */
  readonly conditions: number;
  /** Of the longest list that stands in the document. */
  readonly listItems: number;
  /** Lists and objects within one another, in one value. */
  readonly valueDepth: number;
};

/**
 * Measures without expanding: each fragment is measured once, so the work grows with the length of the document, whatever it would expand to.
 * A fragment that spreads itself counts as nothing there; validation refuses it.
 */
export function measure(document: DocumentNode): Measured {
  const known = measured.get(document) ?? measureAnew(document);
  measured.set(document, known);
  return known;
}

/** A document is measured to be let in, and for what it costs; the server keeps it for the next request. */
const measured = new WeakMap<DocumentNode, Measured>();

function measureAnew(document: DocumentNode): Measured {
  const sizeOf = openSizes(document);
  const sizes = document.definitions.filter(isOperation).map((each) => sizeOf(each.selectionSet));
  return { ...sizes.reduce(largest, NOTHING), ...literalsOf(document) };
}

type Size = Omit<Measured, 'directives' | 'conditions' | 'listItems' | 'valueDepth'>;
type SizeOf = (set: SelectionSetNode) => Size;

const NOTHING: Size = {
  fields: 0,
  aliases: 0,
  rootFields: 0,
  depth: 0,
  introspectionLists: 0,
  introspections: 0,
};

/** Fragments in fragments multiply beyond what a number holds; what is counted further nobody needs to know. */
const COUNTED_MAX = 1_000_000;
const capped = (count: number) => Math.min(count, COUNTED_MAX);

const isOperation = (node: ASTNode): node is OperationDefinitionNode =>
  node.kind === Kind.OPERATION_DEFINITION;
const isFragment = (node: ASTNode): node is FragmentDefinitionNode =>
  node.kind === Kind.FRAGMENT_DEFINITION;

function openSizes(document: DocumentNode): SizeOf {
  const fragments = new Map(
    document.definitions.filter(isFragment).map((each) => [each.name.value, each]),
  );
  const known = new Map<string, Size>();
  const ofFragment = (name: string): Size => {
    const size = known.get(name);
    const fragment = fragments.get(name);
    if (size || !fragment) return size ?? NOTHING;
    known.set(name, NOTHING);
    const measured = ofSet(fragment.selectionSet);
    known.set(name, measured);
    return measured;
  };
  const ofSelection = (node: SelectionNode): Size => {
    if (node.kind === Kind.FRAGMENT_SPREAD) return deeper(ofFragment(node.name.value));
    if (node.kind === Kind.INLINE_FRAGMENT) return deeper(ofSet(node.selectionSet));
    return ofField(node, node.selectionSet ? ofSet(node.selectionSet) : NOTHING);
  };
  const ofSet = (set: SelectionSetNode): Size =>
    set.selections.reduce((size, each) => together(size, ofSelection(each)), NOTHING);
  return ofSet;
}

const INTROSPECTIONS: ReadonlySet<string> = new Set(['__schema', '__type']);
const TYPE_LISTS: ReadonlySet<string> = new Set([
  'types',
  'fields',
  'interfaces',
  'possibleTypes',
  'inputFields',
]);

const ofField = (node: Extract<SelectionNode, { kind: Kind.FIELD }>, below: Size): Size => ({
  fields: capped(1 + below.fields),
  aliases: capped((node.alias ? 1 : 0) + below.aliases),
  rootFields: 1,
  depth: 1 + below.depth,
  introspectionLists: below.introspectionLists + (TYPE_LISTS.has(node.name.value) ? 1 : 0),
  introspections: capped(below.introspections + (INTROSPECTIONS.has(node.name.value) ? 1 : 0)),
});

const deeper = (size: Size): Size => ({ ...size, depth: size.depth + 1 });

const together = (a: Size, b: Size): Size => ({
  fields: capped(a.fields + b.fields),
  aliases: capped(a.aliases + b.aliases),
  rootFields: capped(a.rootFields + b.rootFields),
  depth: Math.max(a.depth, b.depth),
  introspectionLists: Math.max(a.introspectionLists, b.introspectionLists),
  introspections: capped(a.introspections + b.introspections),
});

const largest = (a: Size, b: Size): Size => ({
  fields: Math.max(a.fields, b.fields),
  aliases: Math.max(a.aliases, b.aliases),
  rootFields: Math.max(a.rootFields, b.rootFields),
  depth: Math.max(a.depth, b.depth),
  introspectionLists: Math.max(a.introspectionLists, b.introspectionLists),
  introspections: Math.max(a.introspections, b.introspections),
});

/** What is counted as it is written: a fragment spread twice was still written once. */
function literalsOf(document: DocumentNode): Omit<Measured, keyof Size> {
  const found = { directives: 0, listItems: 0, valueDepth: 0 };
  const conditions = new Set<string>();
  let depth = 0;
  const enter = () => {
    depth += 1;
    found.valueDepth = Math.max(found.valueDepth, depth);
  };
  const leave = () => {
    depth -= 1;
  };
  visit(document, {
    Directive: (node) => {
      found.directives += 1;
      for (const { value } of node.arguments ?? [])
        if (value.kind === Kind.VARIABLE) conditions.add(value.name.value);
    },
    ListValue: {
      enter: (node: Extract<ValueNode, { kind: Kind.LIST }>) => {
        found.listItems = Math.max(found.listItems, node.values.length);
        enter();
      },
      leave,
    },
    ObjectValue: { enter, leave },
  });
  return { ...found, conditions: conditions.size };
}
