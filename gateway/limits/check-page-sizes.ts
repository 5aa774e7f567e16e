import {
  type ArgumentNode,
  type DocumentNode,
  type GraphQLError,
  GraphQLInt,
  type GraphQLSchema,
  getNullableType,
  getOperationAST,
  getVariableValues,
  separateOperations,
  TypeInfo,
  valueFromAST,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { LIMITS } from './limits.ts';
import { refusal } from './refusal.ts';

/** A question that has passed validation, as it came. */
export type Asked = {
  readonly document: DocumentNode;
  readonly operationName?: string | null | undefined;
  readonly variables: Readonly<Record<string, unknown>>;
};

/**
 * Every page of a question that is too small or too large: at any depth, in fragments, by variables and their defaults, skipped or not.
 * Without `first`, or where it is null, a page has its usual size.
 */
export function checkPageSizes(
  schema: GraphQLSchema,
  { document, operationName, variables }: Asked,
): readonly GraphQLError[] {
  const operation = getOperationAST(document, operationName);
  if (!operation) return [];
  const { coerced } = getVariableValues(schema, operation.variableDefinitions ?? [], variables);
  if (!coerced) return []; // the executor says what is wrong with them
  const alone = separateOperations(document)[operation.name?.value ?? ''] ?? document;
  return pagesIn(schema, alone).flatMap((page) => {
    const first = valueFromAST(page.argument.value, GraphQLInt, coerced);
    return typeof first === 'number' && !isWithin(first) ? [refuse(page, first)] : [];
  });
}

type Page = { readonly field: string; readonly argument: ArgumentNode };

/** Each `first` of a document once, however often its fragment is spread: what a question costs to check grows with its length alone. */
function pagesIn(schema: GraphQLSchema, document: DocumentNode): readonly Page[] {
  const found: Page[] = [];
  const typeInfo = new TypeInfo(schema);
  const Argument = (argument: ArgumentNode) => {
    const [definition, field] = [typeInfo.getArgument(), typeInfo.getFieldDef()];
    if (definition?.name === 'first' && field && getNullableType(definition.type) === GraphQLInt)
      found.push({ field: field.name, argument });
  };
  visit(document, visitWithTypeInfo(typeInfo, { Argument }));
  return found;
}

const isWithin = (first: number): boolean =>
  first >= LIMITS.pageRowsMin && first <= LIMITS.pageRowsMax;

function refuse({ field, argument }: Page, first: number): GraphQLError {
  const expected = `Expected \`first\` of ${field} from ${LIMITS.pageRowsMin} to ${LIMITS.pageRowsMax}`;
  const says = `${expected}, got ${first}. Ask for a page within that, and go on with \`after\`.`;
  return refusal('PAGE_SIZE', says, argument);
}
