import { GraphQLError } from 'graphql';
import type { RefusalCode } from '../../schema/index.ts';
import type { Engine } from './stock.ts';

const CODE: RefusalCode = 'COST_EXCEEDED';

/** The same engine, but a question that wanted more requests to members than it may make is refused whole: nobody could tell what it lacks. */
export function bounding(engine: Engine, requestsMax: number): Engine {
  const executor: Engine['executor'] = async (asked) => {
    const answer = await engine.executor(asked);
    if (!asked.context.calling.budget?.isOverdrawn()) return answer;
    const says = `Expected a question that makes at most ${requestsMax} requests to members, got one that makes more. Ask for fewer lists within one another, or for fewer members with \`owners\`.`;
    return { errors: [new GraphQLError(says, { extensions: { code: CODE } })] };
  };
  return { ...engine, executor, load: () => Promise.resolve({ executor }) };
}
