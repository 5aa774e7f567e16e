import type { FormattedExecutionResult } from 'graphql';
import type { Calling } from '../members/index.ts';
import type { AnswerNoted, Note } from './note.ts';
import type { Cost } from './request-record.ts';

/** What is needed of a request's context. */
export type NotedContext = { readonly calling: Calling; readonly note: Note };

/** Notes what becomes of each question. It stands last among those who go with it, so that it sees the answer as it goes out. */
export const noting = ({ context: { calling, note } }: { readonly context: NotedContext }) => ({
  executes: note.checked,
  answers: <Answer extends FormattedExecutionResult>(answer: Answer, asked: Asked): Answer => {
    note.answered(noted(calling, answer, asked));
    return answer;
  },
});

type Asked = { readonly queryHash: string; readonly operationName: string | null };

const noted = (
  { viewer, account }: Calling,
  { errors = [], extensions }: FormattedExecutionResult,
  { queryHash, operationName }: Asked,
): AnswerNoted => ({
  queryHash: queryHash.slice(0, HASH_DIGITS),
  operation: operationName,
  viewer,
  codes: [...new Set(errors.map((each) => String(each.extensions?.code)))],
  cost: parseCost(fieldOf(fieldOf(extensions, 'zellige'), 'cost')),
  account,
});

const HASH_DIGITS = 16;

function parseCost(cost: unknown): Cost | null {
  const [counted, limit] = [fieldOf(cost, 'cost'), fieldOf(cost, 'limit')];
  return typeof counted === 'number' && typeof limit === 'number' ? { cost: counted, limit } : null;
}

const fieldOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
