import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from '@jest/globals';
import { type Engine, sharing } from '../../../gateway/engine/index.ts';
import { CLIENT_GONE, DEADLINE_PASSED, openAccount } from '../../../gateway/members/index.ts';

type Asked = Parameters<Engine['executor']>[0];
type Question = {
  readonly text?: string;
  readonly kind?: string;
  readonly variables?: object;
  readonly headers?: object;
  readonly signal?: AbortSignal;
  readonly endsAt?: number;
  readonly note?: object;
  readonly account?: object;
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
    signal = new AbortController().signal,
    note,
    ...calling
  }: Question = {}) =>
    engine.executor({
      queryHash: text,
      operation: { operation: kind },
      request: { variables },
      context: {
        note,
        calling: { viewer: 'public', forwarded: headers, signal, ...calling },
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
  ['so much later may one end', [{ endsAt: 1000 }, { endsAt: 1040 }], [1, 1]],
  ['who has more patience asks anew', [{ endsAt: 1000 }, { endsAt: 1041 }, {}], [1, 2, 3]],
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
  first.abort(CLIENT_GONE);
  expect(signals.map(({ aborted }) => aborted)).toEqual([false]);
  second.abort(CLIENT_GONE);
  expect(signals.map(({ aborted, reason }) => [aborted, String(reason)])).toEqual([
    [true, String(CLIENT_GONE)],
  ]);
  const anew = ask();
  expect(signals).toHaveLength(2);
  answerAll();
  await Promise.all([...answers, anew]);
});

test('when the time of one is over it is over for all, who began within moments', async () => {
  const { ask, signals, answerAll } = opened();
  const first = new AbortController();
  const answers = [ask({ signal: first.signal }), ask()];
  first.abort(DEADLINE_PASSED);
  expect(signals.map(({ reason }) => reason)).toEqual([DEADLINE_PASSED]);
  answerAll();
  await Promise.all(answers);
});

test('who joins is told so, and accounts for what is asked for both', async () => {
  const { ask, answerAll } = opened();
  const noted: string[] = [];
  const note = { planned: (plan: string) => void noted.push(plan) };
  const [first, second] = [openAccount(), openAccount()];
  const answers = [ask({ note, account: first }), ask({ note, account: second })];
  expect(noted).toEqual(['shared']); // of the first the engine tells
  const hop = first.openHop(['sites']);
  hop.asked({ member: 'CD', outcome: 'ANSWERED', tookMs: 5 });
  hop.moved(9, 3);
  expect(second.hops()).toEqual(first.hops());
  expect(second.rows()).toEqual({ moved: 9, kept: 3 });
  answerAll();
  await Promise.all(answers);
});
