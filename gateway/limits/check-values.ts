import {
  type GraphQLError,
  type GraphQLInputType,
  type GraphQLSchema,
  getArgumentValues,
  getNamedType,
  getOperationAST,
  getVariableValues,
  isInputObjectType,
} from 'graphql';
import { askedFields } from './asked-fields.ts';
import type { Asked } from './check-page-sizes.ts';
import { refusal } from './refusal.ts';

/** The value of an argument or of a field within it, and the values of all arguments beside. */
export type GivenValue = {
  readonly type: GraphQLInputType;
  readonly name: string;
  readonly value: unknown;
  readonly beside: Readonly<Record<string, unknown>>;
};
/** What is wrong with it, one sentence each. */
export type FaultsIn = (given: GivenValue) => readonly string[];

/** The arguments of a question, with its variables in their places, each refused for what is wrong with it. */
export function checkValues(
  schema: GraphQLSchema,
  asked: Asked,
  faultsIn: FaultsIn,
): readonly GraphQLError[] {
  const operation = getOperationAST(asked.document, asked.operationName);
  if (!operation) return [];
  const definitions = operation.variableDefinitions ?? [];
  const { coerced } = getVariableValues(schema, definitions, asked.variables);
  if (!coerced) return []; // the executor says what is wrong with them
  return askedFields(schema, asked.document, operation.name?.value).flatMap(({ node, field }) => {
    const beside = getArgumentValues(field, node, coerced);
    const says = field.args.flatMap(({ type, name }) =>
      valuesIn({ type, name, value: beside[name], beside }).flatMap(faultsIn),
    );
    return says.map((each) => refusal('BAD_VALUE', each, node));
  });
}

/** A value that is there, and all within it, the outer ones first. What is in lists is left out: no filter of the contract has objects there. */
function valuesIn(given: GivenValue): readonly GivenValue[] {
  const { type, value, beside } = given;
  if (value === null || value === undefined) return [];
  const named = getNamedType(type);
  if (!isInputObjectType(named) || Array.isArray(value)) return [given];
  const inner = value as Readonly<Record<string, unknown>>;
  const below = Object.values(named.getFields()).flatMap((each) =>
    valuesIn({ type: each.type, name: each.name, value: inner[each.name], beside }),
  );
  return [given, ...below];
}
