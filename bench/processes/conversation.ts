import type { ChildProcess } from 'node:child_process';
import { z } from 'zod';

/** What one process asks another over the channel between them, and what comes back. */
export const QUESTION = z.object({ id: z.number(), name: z.string(), given: z.unknown() });
export const REPLY = z.object({
  id: z.number(),
  answer: z.unknown().optional(),
  error: z.string().optional(),
});
type Reply = z.infer<typeof REPLY>;

export type Ask = (name: string, given?: unknown) => Promise<unknown>;
/** The answers of a program, by the names of the questions. */
export type Answers = Readonly<Record<string, (given: unknown) => unknown>>;

const ANSWER_MS_MAX = 120_000;

/** Asks a child process. `ended` resolves when the process does, with why. */
export function asking(child: ChildProcess, ended: Promise<string>): Ask {
  const waiting = new Map<number, (reply: Reply) => void>();
  let asked = 0;
  child.on('message', (message) => {
    const reply = REPLY.parse(message);
    waiting.get(reply.id)?.(reply);
  });
  return async (name, given = null) => {
    asked += 1;
    const id = asked;
    const reply = new Promise<Reply>((resolve) => waiting.set(id, resolve));
    child.send({ id, name, given }, () => {}); // that it ended is told by `ended`
    const first = await Promise.race([reply, ended, late()]);
    waiting.delete(id);
    return answerIn(first, name);
  };
}

function late(): Promise<string> {
  return new Promise((resolve) => {
    const says = `It did not answer within ${ANSWER_MS_MAX} ms.`;
    setTimeout(() => resolve(says), ANSWER_MS_MAX).unref();
  });
}

function answerIn(first: Reply | string, name: string): unknown {
  const fault = typeof first === 'string' ? first : first.error;
  if (fault !== undefined) throw new Error(`Expected an answer to "${name}". ${fault}`);
  return typeof first === 'string' ? undefined : first.answer;
}

/** Answers the parent process, and ends with it. */
export function answering(answers: Answers): void {
  process.on('message', async (message) => {
    const { id, name, given } = QUESTION.parse(message);
    process.send?.({ id, ...(await replyTo(answers, name, given)) });
  });
  process.on('disconnect', () => process.exit());
}

async function replyTo(answers: Answers, name: string, given: unknown) {
  try {
    const answer = answers[name];
    if (!answer) throw new Error(`No question "${name}" is known here.`);
    return { answer: await answer(given) };
  } catch (error) {
    return { error: String(error) };
  }
}
