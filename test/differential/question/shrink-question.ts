import {
  type ASTNode,
  type DocumentNode,
  GraphQLError,
  type GraphQLSchema,
  Kind,
  parse,
  print,
  type SelectionNode,
  validate,
  visit,
} from 'graphql';
import type { RandomQuestion } from './random-question.ts';

type StillFails = (question: RandomQuestion) => Promise<boolean>;

/** A smaller question that fails as well: one part after the other is taken out for as long as it makes no difference. */
export async function shrinkQuestion(
  schema: GraphQLSchema,
  question: RandomQuestion,
  stillFails: StillFails,
): Promise<RandomQuestion> {
  for (const smaller of smallerOnes(parse(question.query))) {
    const next = { ...question, query: print(withoutUnused(smaller)) };
    if (next.query === question.query || !isValid(schema, next.query)) continue;
    if (await stillFails(next)) return shrinkQuestion(schema, next, stillFails);
  }
  return question;
}

/** A selection that has lost its last part cannot even be read. */
function isValid(schema: GraphQLSchema, query: string): boolean {
  try {
    return validate(schema, parse(query)).length === 0;
  } catch (error) {
    if (error instanceof GraphQLError) return false;
    throw error;
  }
}

/** Without one selection, one condition, one argument, or with what is in a fragment in its place. */
function* smallerOnes(document: DocumentNode): Generator<DocumentNode> {
  const nodes: ASTNode[] = [];
  visit(document, {
    enter: (node) => {
      if (REMOVABLE.has(node.kind)) nodes.push(node);
    },
  });
  for (const node of nodes) {
    yield replaced(document, node, null);
    if (node.kind === Kind.INLINE_FRAGMENT) yield inlined(document, node);
    if (node.kind === Kind.FRAGMENT_SPREAD) yield spreadOut(document, node.name.value, node);
    if (node.kind === Kind.FIELD) {
      const { alias: _, ...unnamed } = node;
      yield replaced(document, node, unnamed);
    }
  }
}
const REMOVABLE = new Set<string>([
  ...[Kind.FIELD, Kind.INLINE_FRAGMENT, Kind.FRAGMENT_SPREAD, Kind.DIRECTIVE, Kind.ARGUMENT],
]);

const replaced = (document: DocumentNode, one: ASTNode, by: ASTNode | null): DocumentNode =>
  visit(document, { enter: (node) => (node === one ? by : undefined) });

function inlined(document: DocumentNode, one: ASTNode): DocumentNode {
  return visit(document, {
    SelectionSet: {
      leave: (set) => ({
        ...set,
        selections: set.selections.flatMap((each): readonly SelectionNode[] =>
          isAt(each, one) && each.kind === Kind.INLINE_FRAGMENT
            ? each.selectionSet.selections
            : [each],
        ),
      }),
    },
  });
}

/** Parts below may have been copied by then; they are found by where they stand in the text. */
const isAt = (node: ASTNode, one: ASTNode): boolean =>
  node.kind === one.kind && node.loc !== undefined && node.loc === one.loc;

function spreadOut(document: DocumentNode, name: string, one: ASTNode): DocumentNode {
  const fragment = document.definitions.find(
    (each) => each.kind === Kind.FRAGMENT_DEFINITION && each.name.value === name,
  );
  if (fragment?.kind !== Kind.FRAGMENT_DEFINITION) return document;
  const { typeCondition, selectionSet } = fragment;
  return replaced(document, one, { kind: Kind.INLINE_FRAGMENT, typeCondition, selectionSet });
}

/** Fragments and variables that nothing speaks of any more would make it invalid. */
function withoutUnused(document: DocumentNode): DocumentNode {
  const text = print(document);
  const isUnused = (sign: string) => text.split(new RegExp(`${sign}(?!\\w)`)).length <= 2;
  return visit(document, {
    FragmentDefinition: ({ name }) => (text.includes(`...${name.value}`) ? undefined : null),
    VariableDefinition: ({ variable }) =>
      isUnused(`\\$${variable.name.value}`) ? null : undefined,
  });
}
