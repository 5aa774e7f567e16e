import { GraphQLError } from 'graphql';
import type { RefusalCode } from '../../schema/index.ts';
import type { Cost } from './cost/index.ts';
import { LIMITS } from './limits.ts';

/** What is wrong with the cost of a question; undefined where nothing is. */
export function checkCost(
  { cost, requests, dearest }: Cost,
  costMax: number,
): GraphQLError | undefined {
  if (cost > costMax)
    return refuse(
      `Expected a question that costs at most ${costMax}, got ${cost}, most of it for "${dearest}". Ask for smaller pages, fewer fields or lists, or fewer members with \`owners\` or \`countries\`.`,
    );
  if (requests > LIMITS.memberRequestsMax)
    return refuse(
      `Expected a question that makes at most ${LIMITS.memberRequestsMax} requests to members, got ${requests}. Ask for fewer lists within one another, or for fewer members with \`owners\`.`,
    );
  return undefined;
}

const CODE: RefusalCode = 'COST_EXCEEDED';
const refuse = (says: string) => new GraphQLError(says, { extensions: { code: CODE } });
