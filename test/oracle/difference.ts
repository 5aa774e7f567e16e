import { ENGINE } from '../config.ts';
import type { Client, ClientAnswer, Question } from './client.ts';
import type { Oracle } from './one-database/oracle.ts';
import { firstDifference } from './same-answer.ts';
import { skippedObjects } from './skipped-objects.ts';

/** An error that is right to be there; none is, unless a member is silent. */
export type IsExpected = (error: { readonly message: string }) => boolean;

/**
 * What the gateway answers otherwise than the one database, in a sentence; undefined where the two agree. A variable that is a cursor holds
 * both its forms, `{ cursor, id }`: the gateway's text and the id of its row.
 */
export async function differenceFrom(
  oracle: Oracle,
  client: Pick<Client, 'ask'>,
  question: Question,
  isExpected: IsExpected = () => false,
): Promise<string | undefined> {
  const got = await client.ask(withForm(question, 'cursor'));
  const expected = await oracle(withForm(question, 'id'));
  const wrong = [...(got.errors ?? []), ...(expected.errors ?? [])].find(
    (each) => !isExpected(each),
  );
  if (wrong) return `The error ${wrong.message}`;
  return firstDifference(
    plain(got.data),
    plain(expected.data),
    ENGINE === 'apollo' ? skippedObjects(withForm(question, 'id')) : NOTHING,
  );
}

function withForm({ query, variables = {} }: Question, form: 'cursor' | 'id'): Question {
  const values = Object.entries(variables).map(([name, value]) => [
    name,
    isCursor(value) ? value[form] : value,
  ]);
  return { query, variables: Object.fromEntries(values) };
}

const isCursor = (value: unknown): value is Readonly<Record<'cursor' | 'id', string>> =>
  typeof value === 'object' && value !== null && 'cursor' in value && 'id' in value;

/** What stock leaves out of an answer against the specification, ours answers. */
const NOTHING: ReadonlySet<string> = new Set();

/** As JSON, in which objects have no prototype of their own. */
const plain = (value: unknown): ClientAnswer['data'] => JSON.parse(JSON.stringify(value ?? null));
