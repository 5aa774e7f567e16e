import {
  type ASTVisitor,
  type FieldNode,
  type GraphQLObjectType,
  getNamedType,
  isAbstractType,
  isObjectType,
  type ValidationContext,
} from 'graphql';
import { refusal } from './refusal.ts';

/**
 * A validation rule of the stock engine; ours renames such names and needs none. Planner and stock engine join by response name, so an alias
 * that carries the name of another field of its object would be taken for that field: for a key, a condition or the value of another selection.
 */
export const aliasesShadowNoField = (context: ValidationContext): ASTVisitor => ({
  Field: (node) => {
    const alias = node.alias?.value;
    if (alias !== undefined && alias !== node.name.value) checkAlias(context, node, alias);
  },
  VariableDefinition: (node) => {
    const name = node.variable.name.value;
    if (name !== 'representations' && !RESERVED.test(name)) return;
    const says = `The variable $${name} is used between gateway and members; choose another name.`;
    context.reportError(refusal('VARIABLE_RESERVED', says, node));
  },
});

/** Those of the gateway and those of GraphQL; among the latter is `__proto__`, which no object takes as a key like any other. */
const RESERVED = /^(zlg_|__)/;

function checkAlias(context: ValidationContext, node: FieldNode, alias: string): void {
  if (RESERVED.test(alias)) {
    const says = `The alias "${alias}" starts with a prefix of the gateway's own; choose another.`;
    context.reportError(refusal('ALIAS_RESERVED', says, node));
  }
  const shadowed = objectsOf(context).find((type) => alias in type.getFields());
  if (shadowed) {
    const says = `The alias "${alias}" is the name of another field of ${shadowed.name}; choose another.`;
    context.reportError(refusal('ALIAS_SHADOWS_FIELD', says, node));
  }
}

/** The types that the object may be; none where another rule finds that there is no such type. */
function objectsOf(context: ValidationContext): readonly GraphQLObjectType[] {
  const parent = getNamedType(context.getParentType());
  if (isAbstractType(parent)) return context.getSchema().getPossibleTypes(parent);
  return isObjectType(parent) ? [parent] : [];
}
