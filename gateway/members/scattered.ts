import type { FieldNode, GraphQLObjectType } from 'graphql';
import type { MergeRule } from '../../schema/index.ts';
import { responseNameOf } from './document.ts';

/** A scattered field as the planner's text selects it: under Query or a shared type, by response name. */
export type Scattered = {
  readonly key: string;
  readonly parent: GraphQLObjectType;
  readonly fieldName: string;
  readonly responseName: string;
  readonly returns: GraphQLObjectType;
  readonly rule: MergeRule;
  /** The node with its arguments; where several nodes share the response name, their arguments are alike. */
  readonly node: FieldNode;
  /** The variable that carries the plain position to the members. */
  readonly afterVariable: string;
  /** The variable that carries how many rows they are asked for, where that is not what the client says. */
  readonly firstVariable: string;
  /** What a row takes in an answer, by estimate. */
  readonly rowBytes: number;
};

/** The field as whoever asks whom to ask knows it. */
export const askedAs = ({ parent, fieldName, rule }: Scattered) => ({
  field: { on: parent.name, name: fieldName },
  of: rule.of,
});

/** A field's key within a question. */
export const keyOf = (type: string, node: FieldNode): string => `${type}.${responseNameOf(node)}`;
