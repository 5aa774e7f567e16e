import {
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLSchema,
  Kind,
  type OperationDefinitionNode,
  visit,
} from 'graphql';
import { type Conditions, compileShape, conditionsIn, type ObjectShape } from '../shape/index.ts';
import { byAssignment } from './by-assignment.ts';
import { clientName } from './rename-aliases.ts';

/** The shapes of an operation: one for each assignment of the variables that `@skip` and `@include` look at. */
export type Shapes = {
  readonly conditionsOf: (variables: Readonly<Record<string, unknown>>) => Conditions;
  /** With the texts of root fields that the gateway answers itself, by the client's names. */
  readonly shapeFor: (conditions: Conditions, own: Own) => ObjectShape;
};
export type Own = ReadonlyMap<string, string>;
export const NOTHING_OWN: Own = new Map();

export function openShapes(schema: GraphQLSchema, document: DocumentNode): Shapes {
  const operation = operationIn(document);
  const names = conditionNames(document);
  const root = schema.getRootType(operation.operation);
  if (!root) throw new Error(`Expected a schema with a root for ${operation.operation}.`);
  const fragments = fragmentsIn(document);
  const compile = (conditions: Conditions, own: Own) =>
    compileShape(root, operation.selectionSet, { schema, fragments, conditions, clientName, own });
  const kept = byAssignment(names, (conditions) => compile(conditions, NOTHING_OWN));
  return {
    conditionsOf: (variables) => conditionsIn(names, operation, variables),
    shapeFor: (conditions, own) =>
      own === NOTHING_OWN ? kept(conditions) : compile(conditions, own),
  };
}

/** The one operation of a normalised document. */
export function operationIn({ definitions }: DocumentNode): OperationDefinitionNode {
  const operation = definitions.find((each) => each.kind === Kind.OPERATION_DEFINITION);
  if (!operation) throw new Error('Expected a document with an operation, got none.');
  return operation;
}

const fragmentsIn = ({ definitions }: DocumentNode) =>
  new Map(
    definitions.flatMap((each): readonly [string, FragmentDefinitionNode][] =>
      each.kind === Kind.FRAGMENT_DEFINITION ? [[each.name.value, each]] : [],
    ),
  );

/** The variables that conditions look at. */
export function conditionNames(document: DocumentNode): readonly string[] {
  const names = new Set<string>();
  visit(document, {
    Directive: ({ name, arguments: given = [] }) => {
      if (name.value !== 'skip' && name.value !== 'include') return;
      for (const { value } of given) if (value.kind === Kind.VARIABLE) names.add(value.name.value);
    },
  });
  return [...names];
}
