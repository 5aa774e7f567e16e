import type { Accompany, Answer } from '../companion.ts';
import type { Show } from '../errors.ts';
import type { Executed, Executing } from './execute.ts';
import { kindOf } from './fault.ts';
import type { OpenEngine } from './open-engine.ts';
import type { Question } from './parse-question.ts';
import { readQuestion } from './read-question.ts';

export type Answering<Context> = {
  readonly engine: OpenEngine<Context>;
  readonly accompany: Accompany<Context>;
  readonly show: Show;
};

/** For whom a question is answered. Who cannot read answers is told what is wrong with the question, and nothing is executed. */
type Asker<Context> = { readonly context: Context; readonly canRead: boolean };

/** Up to its execution all happens in one turn, with the schema of that moment. */
export async function answerQuestion<Context>(
  { engine, accompany, show }: Answering<Context>,
  question: Question,
  { context, canRead }: Asker<Context>,
): Promise<Answer> {
  const { schema, readDocument } = engine.reading();
  const companion = accompany({ schema, context });
  const tells = (answer: Answer) => companion.answers?.(answer, read.asked) ?? answer;

  const read = readQuestion(question, { schema, readDocument, companion });
  if (read.kind === 'refused') return tells(refused(read, show));
  if (!canRead) return tells(unreadable);
  companion.executes?.(read.asked);
  const executed = { question: read.asked, text: question.text, schema, context };
  return tells(await execute(engine, executed, show));
}

const refused = ({ faults, status }: Refused, show: Show): Answer => ({
  errors: faults.map((each) => show(each, 'INTERNAL_SERVER_ERROR')),
  status,
});
type Refused = Extract<ReturnType<typeof readQuestion>, { readonly kind: 'refused' }>;

/** For a client that reads neither of our media types. */
export const UNREADABLE = {
  status: 406,
  says: 'Expected to be asked for application/json or application/graphql-response+json, got another `accept`.',
} as const;
const unreadable: Answer = {
  errors: [{ message: UNREADABLE.says, extensions: { code: 'BAD_REQUEST' } }],
  status: UNREADABLE.status,
};

async function execute<Context>(
  engine: OpenEngine<Context>,
  executed: Executed<Context>,
  show: Show,
): Promise<Answer> {
  try {
    return answerFrom(await engine.execute(executed), show);
  } catch (error) {
    const fault = error instanceof Error ? error : new Error(String(error));
    return { errors: [show(fault, 'INTERNAL_SERVER_ERROR')], status: 500 };
  }
}

function answerFrom({ data, errors = [], extensions }: Executing, show: Show): Answer {
  const shown = errors.map((each) => show(each, kindOf(each)));
  const isOurs = shown.some((each) => OURS.includes(String(each.extensions?.code)));
  return {
    ...(shown.length > 0 && { errors: shown }),
    ...(data !== undefined && { data }),
    ...(extensions && { extensions }),
    status: data === undefined ? (isOurs ? 500 : 400) : 200,
  };
}

/** What we did wrong, as it is shown before members and before anybody's subgraphs. */
const OURS: readonly string[] = ['INTERNAL', 'INTERNAL_SERVER_ERROR'];
