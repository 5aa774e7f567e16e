import { type ASTNode, GraphQLError } from 'graphql';
import type { RefusalCode } from '../../schema/index.ts';

/** A refusal of a question before it is planned, at the place in it that is refused, where it has one. */
export const refusal = (
  code: RefusalCode,
  says: string,
  ...nodes: readonly ASTNode[]
): GraphQLError => new GraphQLError(says, { nodes, extensions: { code } });
