import { type ASTNode, GraphQLError } from 'graphql';
import type { RefusalCode } from '../../schema/index.ts';

/** A refusal of a question before it is planned, at the place in it that is refused. */
export const refusal = (code: RefusalCode, says: string, node: ASTNode): GraphQLError =>
  new GraphQLError(says, { nodes: [node], extensions: { code } });
