import {
  type ArgumentNode,
  type DocumentNode,
  type GraphQLError,
  GraphQLInt,
  type GraphQLSchema,
  getNullableType,
  getOperationAST,
  getVariableValues,
  valueFromAST,
} from 'graphql';
import { type AskedField, askedFields } from './asked-fields.ts';
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
  const fields = askedFields(schema, document, operation.name?.value);
  return fields.flatMap(pagesOf).flatMap((page) => {
    const first = valueFromAST(page.argument.value, GraphQLInt, coerced);
    return typeof first === 'number' && !isWithin(first) ? [refuse(page, first)] : [];
  });
}

type Page = { readonly field: string; readonly argument: ArgumentNode };

/** What a field is asked with as its `first`, where that is the size of a page. */
function pagesOf({ node, field }: AskedField): readonly Page[] {
  const isPaged = field.args.some(
    ({ name, type }) => name === 'first' && getNullableType(type) === GraphQLInt,
  );
  const given = (node.arguments ?? []).filter(({ name }) => isPaged && name.value === 'first');
  return given.map((argument) => ({ field: field.name, argument }));
}

const isWithin = (first: number): boolean =>
  first >= LIMITS.pageRowsMin && first <= LIMITS.pageRowsMax;

function refuse({ field, argument }: Page, first: number): GraphQLError {
  const expected = `Expected \`first\` of ${field} from ${LIMITS.pageRowsMin} to ${LIMITS.pageRowsMax}`;
  const says = `${expected}, got ${first}. Ask for a page within that, and go on with \`after\`.`;
  return refusal('PAGE_SIZE', says, argument);
}
