import type { GraphQLError } from 'graphql';
import type { Cost } from './cost/index.ts';
import { LIMITS } from './limits.ts';
import { refusal } from './refusal.ts';

/** An operator may set both; the usual ones are among `LIMITS`. */
export type CostLimits = { readonly costMax: number; readonly workMsMax: number };

/** What is wrong with the cost of a question; undefined where nothing is. */
export function checkCost(
  { cost, requests, workMs, dearest }: Cost,
  { costMax, workMsMax }: CostLimits,
): GraphQLError | undefined {
  if (cost > costMax)
    return refusal(
      'COST_EXCEEDED',
      `Expected a question that costs at most ${costMax}, got ${cost}, most of it for "${dearest}". Ask for smaller pages, fewer fields or lists, or fewer members with \`owners\` or \`countries\`.`,
    );
  if (requests > LIMITS.memberRequestsMax)
    return refusal(
      'COST_EXCEEDED',
      `Expected a question that makes at most ${LIMITS.memberRequestsMax} requests to members, got ${requests}. Ask for fewer lists within one another, or for fewer members with \`owners\`.`,
    );
  if (workMs > workMsMax)
    return refusal(
      'COST_EXCEEDED',
      `Expected a question that takes the gateway at most ${workMsMax} ms, got one of about ${workMs}. Ask for fewer fields, fewer lists below other records or fewer conditions, or ask in several questions.`,
    );
  return undefined;
}
