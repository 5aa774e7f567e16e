import { BREAK, type DirectiveNode, type DocumentNode, GraphQLError, visit } from 'graphql';
import { REFUSALS, type RefusalCode } from '../../schema/index.ts';

const CODES: ReadonlyMap<string, RefusalCode> = new Map([
  ['defer', 'DEFER_NOT_OFFERED'],
  ['stream', 'STREAM_NOT_OFFERED'],
]);

/** Whether its sender reads answers that come in parts. We have none, and who asks for one is told so even where it reads nothing else. */
export const readsParts = (accept = ''): boolean =>
  /\b(multipart\/mixed|text\/event-stream)\b/i.test(accept);

/** Refuses what would come in several parts, before validation finds only that there is no such directive. */
export function incrementalFault(document: DocumentNode): GraphQLError | undefined {
  let found: GraphQLError | undefined;
  visit(document, {
    Directive: (node: DirectiveNode) => {
      const code = CODES.get(node.name.value);
      if (!code) return undefined;
      found = new GraphQLError(REFUSALS[code].says, { nodes: node, extensions: { code } });
      return BREAK;
    },
  });
  return found;
}
