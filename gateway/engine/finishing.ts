import {
  isSaidByCoverage,
  type Json,
  type JsonObject,
  type MemberError,
} from '../members/index.ts';
import type { Engine } from './engine.ts';
import { withExecutor } from './engine-over.ts';
import { dataOf, ShapedText } from './shaped-text.ts';

/** What a client asked, as the engine is given it, and what came of it. */
type Asked = Parameters<Engine['executor']>[0];
export type Finish = (asked: Asked, data: JsonObject, errors: readonly MemberError[]) => JsonObject;

/**
 * The same engine, whose answers with errors are finished before they go out: only then is it known who fell silent on the way. What
 * coverage says then is no error any more.
 */
export function finishing(engine: Engine, finish: Finish): Engine {
  const executor: Engine['executor'] = async (asked) => {
    const answer = await engine.executor(asked);
    if (!answer.data || !answer.errors) return answer;
    const { errors, ...rest } = answer;
    const given = dataOf(answer);
    if (!given) return answer;
    const data = finish(asked, given, errors.map(memberError));
    const told = errors.filter((each) => !isSaidByCoverage(memberError(each)));
    const isText = answer.data instanceof ShapedText;
    const finished = {
      ...rest,
      data: (isText ? new ShapedText(JSON.stringify(data)) : data) as Record<string, Json>,
    };
    return told.length > 0 ? { ...finished, errors: told } : finished;
  };
  return withExecutor(engine, executor);
}

type EngineError = NonNullable<Awaited<ReturnType<Engine['executor']>>['errors']>[number];
const memberError = ({ message, path, extensions }: EngineError): MemberError => ({
  message,
  ...(path && { path }),
  extensions: extensions as JsonObject,
});
