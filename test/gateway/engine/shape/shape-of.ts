import {
  type FragmentDefinitionNode,
  type GraphQLSchema,
  type OperationDefinitionNode,
  parse,
} from 'graphql';
import {
  type Conditions,
  compileShape,
  type ObjectShape,
} from '../../../../gateway/engine/shape/index.ts';

export type Question = {
  readonly query: string;
  readonly conditions?: Conditions;
  readonly clientName?: (name: string) => string;
  readonly own?: Readonly<Record<string, string>>;
};

/** A question's parts, as the compiler of shapes reads them. */
export function readQuestion(query: string) {
  const { definitions } = parse(query);
  const operation = definitions.find(
    (each): each is OperationDefinitionNode => each.kind === 'OperationDefinition',
  );
  if (!operation) throw new Error('Expected an operation.');
  const fragments = definitions.filter(
    (each): each is FragmentDefinitionNode => each.kind === 'FragmentDefinition',
  );
  return { operation, fragments: new Map(fragments.map((each) => [each.name.value, each])) };
}

/** The shape of a question's answer. */
export function shapeOf(
  schema: GraphQLSchema,
  { query, conditions = {}, clientName = (name) => name, own = {} }: Question,
): ObjectShape {
  const { operation, fragments } = readQuestion(query);
  const root = schema.getRootType(operation.operation);
  if (!root) throw new Error(`Expected a root for ${operation.operation}.`);
  return compileShape(root, operation.selectionSet, {
    ...{ schema, fragments, conditions, clientName },
    own: new Map(Object.entries(own)),
  });
}
