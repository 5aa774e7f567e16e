import { GraphQLError } from 'graphql';
import type { RefusalCode } from '../../schema/index.ts';
import type { Engine } from './engine.ts';
import { withExecutor } from './engine-over.ts';

/**
 * The same engine, but what is beyond its bounds is refused: a question with more ways to be planned than the planner may follow, and one that
 * wanted more requests to members than it may make. The latter is refused whole, for nobody could tell what its answer lacks.
 */
export function bounding(engine: Engine, requestsMax: number): Engine {
  const executor: Engine['executor'] = async (asked) => {
    try {
      const answer = await engine.executor(asked);
      const isOverdrawn = asked.context.calling.budget?.isOverdrawn() ?? false;
      return isOverdrawn ? refused(tooManyRequests(requestsMax)) : answer;
    } catch (error) {
      if (isBeyondPlanner(error)) return refused(TOO_MANY_PATHS);
      throw error;
    }
  };
  return withExecutor(engine, executor);
}

const CODE: RefusalCode = 'COST_EXCEEDED';
const refused = (says: string) => ({
  errors: [new GraphQLError(says, { extensions: { code: CODE } })],
});

const tooManyRequests = (most: number) =>
  `Expected a question that makes at most ${most} requests to members, got one that makes more. Ask for fewer lists within one another, or for fewer members with \`owners\`.`;
const TOO_MANY_PATHS =
  'Expected a question that can be planned within its limits, got one with too many ways to be answered. Ask for fewer fields, or fewer fragments within one another.';

/** The planner has no codes for its limits; these are how its messages begin. */
const isBeyondPlanner = (error: unknown): boolean =>
  error instanceof Error &&
  /^(Too many options generated|Number of (recursive|non-local) selections)/.test(error.message);
