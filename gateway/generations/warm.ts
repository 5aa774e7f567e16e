import { setImmediate as nextTurn } from 'node:timers/promises';
import { type GraphQLSchema, parse, validate } from 'graphql';
import type { Engine } from '../engine/index.ts';
import type { BusyQuestion } from './busiest.ts';

/** What a generation serves with. */
export type Serves = { readonly schema: GraphQLSchema; readonly engine: Engine };

/**
 * Makes the plans of these questions, as many as there is time for, which is asked before each: who asks them next need not wait for that. Between two plans others are
 * answered, for the generation before goes on serving meanwhile.
 */
export async function warm(
  serves: Serves,
  questions: readonly BusyQuestion[],
  isOver: () => boolean,
): Promise<void> {
  for (const each of questions) {
    await nextTurn();
    if (isOver()) return;
    await planOne(serves, each);
  }
}

/** What this schema does not have, or the planner refuses, is refused when it is asked again. */
async function planOne({ schema, engine }: Serves, question: BusyQuestion): Promise<void> {
  const document = parse(question.query);
  if (validate(schema, document).length > 0) return;
  await engine.plan({ ...question, document }).catch(() => undefined);
}
