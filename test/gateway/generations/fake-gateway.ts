import { buildSchema } from 'graphql';
import type { Engine, PlannedQuestion } from '../../../gateway/engine/index.ts';
import type { Serves } from '../../../gateway/generations/warm.ts';

export type FakeGateway = Serves & {
  readonly planned: string[];
  readonly isStopped: () => boolean;
};

/** A gateway whose engine answers nothing; what is planned and whether it was stopped is written down. */
export function fakeGateway(
  sdl: string,
  plan: (question: PlannedQuestion) => Promise<void> = () => Promise.resolve(),
): FakeGateway {
  const schema = buildSchema(sdl);
  const planned: string[] = [];
  let isStopped = false;
  const executor: Engine['executor'] = () => Promise.resolve({ data: { of: sdl } });
  return {
    schema,
    planned,
    isStopped: () => isStopped,
    engine: {
      schema,
      executor,
      plan: (question) => {
        planned.push(question.query);
        return plan(question);
      },
      load: () => Promise.resolve({ executor }),
      onSchemaLoadOrUpdate: (listener) => {
        listener({ apiSchema: schema, coreSupergraphSdl: sdl });
        return () => undefined;
      },
      stop: () => {
        isStopped = true;
        return Promise.resolve();
      },
    },
  };
}
