import {
  type GraphQLError,
  type GraphQLSchema,
  getOperationAST,
  getVariableValues,
  isNonNullType,
  separateOperations,
  TypeInfo,
  type VariableNode,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import type { Asked } from './check-page-sizes.ts';
import { refusal } from './refusal.ts';

/**
 * Variables that are null where a value is needed. GraphQL lets a variable with a default stand there, and finds the null only when the field
 * is answered, which would look like a member's fault.
 */
export function checkNulls(schema: GraphQLSchema, asked: Asked): readonly GraphQLError[] {
  const operation = getOperationAST(asked.document, asked.operationName);
  if (!operation) return [];
  const definitions = operation.variableDefinitions ?? [];
  const { coerced } = getVariableValues(schema, definitions, asked.variables);
  if (!coerced || !Object.values(coerced).includes(null)) return [];
  const alone = separateOperations(asked.document)[operation.name?.value ?? ''] ?? asked.document;
  const found = new Map<string, GraphQLError>();
  const typeInfo = new TypeInfo(schema);
  const Variable = (node: VariableNode) => {
    const type = typeInfo.getInputType();
    const name = node.name.value;
    if (coerced[name] !== null || !isNonNullType(type)) return;
    const says = `Expected ${type.ofType} for $${name}, got null; leave the variable out to have its default.`;
    found.set(name, refusal('BAD_VALUE', says, node));
  };
  visit(alone, visitWithTypeInfo(typeInfo, { Variable }));
  return [...found.values()];
}
