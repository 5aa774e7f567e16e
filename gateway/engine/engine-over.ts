import type { GraphQLSchema } from 'graphql';
import type { Engine } from './engine.ts';
import { type Executor, planningOnly } from './planning-only.ts';

export type EngineParts = {
  /** What clients see. */
  readonly schema: GraphQLSchema;
  readonly supergraph: string;
  readonly executor: Executor;
  readonly stop: () => Promise<void>;
};

/** An engine as servers take it, over what executes. */
export function engineOver({ schema, supergraph, executor, stop }: EngineParts): Engine {
  return {
    schema,
    executor,
    plan: async (question) => {
      await executor(planningOnly(schema, question));
    },
    load: () => Promise.resolve({ executor }),
    onSchemaLoadOrUpdate: (callback) => {
      callback({ apiSchema: schema, coreSupergraphSdl: supergraph });
      return () => {};
    },
    stop,
  };
}

/** The same engine, but this executes what servers ask; plans are made as before. */
export const withExecutor = (engine: Engine, executor: Executor): Engine => ({
  ...engine,
  executor,
  load: () => Promise.resolve({ executor }),
});
