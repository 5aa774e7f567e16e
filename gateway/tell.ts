import type { Answer } from './server/index.ts';

type Told = Readonly<Record<string, unknown>>;

/** The answer with what it says of itself, beside what is there: `extensions.zellige`. */
export function tell(answer: Answer, told: Told): Answer {
  const { extensions = {} } = answer;
  const zellige = { ...(extensions.zellige as Told | undefined), ...told };
  return { ...answer, extensions: { ...extensions, zellige } };
}
