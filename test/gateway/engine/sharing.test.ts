import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import { type Engine, sharing } from '../../../gateway/engine/index.ts';

type Asked = Parameters<Engine['executor']>[0];
type Question = {
  readonly text?: string;
  readonly kind?: string;
  readonly variables?: object;
  readonly headers?: object;
  readonly signal?: AbortSignal;
};

const LIMITS = { joinMsMax: 40, sharedCharactersMax: 500 };

/** An engine whose answers wait until they are let go; each holds its number. */
function opened() {
  const signals: AbortSignal[] = [];
  const letGo: (() => void)[] = [];
  const executor = ({ context }: Asked) => {
    const number = signals.push(
      (context as unknown as { calling: { signal: AbortSignal } }).calling.signal,
    );
    return new Promise((resolve) => letGo.push(() => resolve({ data: { number } })));
  };
  const engine = sharing({ executor } as unknown as Engine, LIMITS);
  const ask = ({
    text = 'q',
    kind = 'query',
    variables = {},
    headers = {},
    signal,
  }: Question = {}) =>
    engine.executor({
      queryHash: text,
      operation: { operation: kind },
      request: { variables },
      context: {
        calling: {
          viewer: 'public',
          forwarded: headers,
          signal: signal ?? new AbortController().signal,
        },
      },
    } as unknown as Asked);
  const answerAll = () => {
    for (const each of letGo.splice(0)) each();
  };
  return { ask, signals, answerAll };
}

async function numbersOf(questions: readonly Question[]): Promise<readonly unknown[]> {
  const { ask, answerAll } = opened();
  const answers = questions.map(ask);
  answerAll();
  return (await Promise.all(answers)).map(({ data }) => data?.number);
}

test.each<[string, readonly Question[], readonly number[]]>([
  ['the same question is asked once', [{}, {}, {}], [1, 1, 1]],
  ['another text is another question', [{}, { text: 'r' }, {}], [1, 2, 1]],
  ['other variables are', [{ variables: { a: 1 } }, { variables: { a: 2 } }], [1, 2]],
  [
    'other headers are',
    [{ headers: { authorization: 'a' } }, { headers: { authorization: 'b' } }],
    [1, 2],
  ],
  ['a mutation is never shared', [{ kind: 'mutation' }, { kind: 'mutation' }], [1, 2]],
  ['what is read after a change is asked anew', [{}, { kind: 'mutation' }, {}], [1, 2, 3]],
  [
    'what is too long to compare is not',
    [{ text: 'q'.repeat(500) }, { text: 'q'.repeat(500) }],
    [1, 2],
  ],
])('of questions at the same time: %s', async (_, questions, numbers) => {
  expect(await numbersOf(questions)).toEqual(numbers);
});

test('a question that began a while ago is not joined, and one that is answered is asked anew', async () => {
  const { ask, answerAll } = opened();
  const [old, young] = [ask(), ask()];
  await wait(LIMITS.joinMsMax + 10);
  const late = ask();
  answerAll();
  const numbers = async () =>
    (await Promise.all([old, young, late])).map(({ data }) => data?.number);
  expect(await numbers()).toEqual([1, 1, 2]);
  const next = ask();
  answerAll();
  expect((await next).data).toEqual({ number: 3 });
});

test('who leaves takes nothing from the others; with the last one what is asked of subgraphs ends', async () => {
  const { ask, signals, answerAll } = opened();
  const [first, second] = [new AbortController(), new AbortController()];
  const answers = [ask({ signal: first.signal }), ask({ signal: second.signal })];
  first.abort();
  expect(signals.map(({ aborted }) => aborted)).toEqual([false]);
  second.abort(new Error('too late'));
  expect(signals.map(({ aborted, reason }) => [aborted, String(reason)])).toEqual([
    [true, 'Error: too late'],
  ]);
  const anew = ask();
  expect(signals).toHaveLength(2);
  answerAll();
  await Promise.all([...answers, anew]);
});
