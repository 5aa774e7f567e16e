import { GraphQLError, type GraphQLSchema } from 'graphql';
import { REFUSALS, type RefusalCode } from '../schema/index.ts';
import type { RequestContext } from './engine/index.ts';
import type { Gateway } from './gateway.ts';
import { type Judgement, judgingOnce } from './judging.ts';
import {
  type Cost,
  type CostLimits,
  checkCost,
  checkNulls,
  checkOwners,
  checkPageSizes,
  checkRanges,
  checkVariables,
  LIMITS,
} from './limits/index.ts';
import type { ClientQuestion, JsonObject } from './members/index.ts';
import type { Accompany, Answer } from './server/index.ts';
import { tell } from './tell.ts';

/** What is wrong with a question that graphql-js finds valid, in the order that gives the clearest first message. */
const CHECKS: readonly ((gateway: Gateway, question: ClientQuestion) => readonly GraphQLError[])[] =
  [
    (_, question) => checkVariables(question),
    ({ schema }, question) => checkNulls(schema, question),
    ({ schema }, question) => checkPageSizes(schema, question),
    ({ schema }, question) => checkRanges(schema, question),
    ({ schema, isMember }, question) => checkOwners(schema, question, isMember),
    ({ badCursors }, question) => badCursors(question).map(badCursor),
  ];

const badCursor = (field: string): GraphQLError =>
  new GraphQLError(`${field}: ${REFUSALS.BAD_CURSOR.says}`, { extensions: { code: 'BAD_CURSOR' } });

/** The first fault of a question, before anybody is asked. */
export function firstFault(gateway: Gateway, question: ClientQuestion): GraphQLError | undefined {
  for (const check of CHECKS) {
    const [fault] = check(gateway, question);
    if (fault) return fault;
  }
  return undefined;
}

function judgementOn(gateway: Gateway, question: ClientQuestion): Judgement {
  const fault = firstFault(gateway, question);
  return fault ? { kind: 'bad', fault } : { kind: 'good', cost: gateway.costOf(question) };
}

/** What is refused for another reason has cost nothing. */
function isTold({ data, errors = [] }: Answer): boolean {
  return data !== undefined || errors.some(({ extensions }) => extensions?.code === COST_EXCEEDED);
}

const COST_EXCEEDED: RefusalCode = 'COST_EXCEEDED';

/** Refuses a question before it is planned, and tells what it costs, or would have: by the gateway whose schema it was read with. */
export function refuses(
  gatewayOf: (schema: GraphQLSchema) => Gateway,
  limits: CostLimits = LIMITS,
): Accompany<RequestContext> {
  const judge = judgingOnce(judgementOn);
  return ({ schema }) => {
    const gateway = gatewayOf(schema);
    let cost: Cost | undefined;
    return {
      refuses: ({ document, operationName, variables }) => {
        const question = { document, operationName, variables: variables as JsonObject };
        const judged = judge(gateway, question);
        if (judged.kind === 'bad') return judged.fault;
        cost = judged.cost;
        return cost && checkCost(cost, limits);
      },
      answers: (answer) =>
        cost && isTold(answer)
          ? tell(answer, { cost: { cost: cost.cost, limit: limits.costMax } })
          : answer,
    };
  };
}
