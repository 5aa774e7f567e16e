import { expect, test } from '@jest/globals';
import {
  type Json,
  type SubgraphAnswer,
  type SubgraphAsk,
  tellingFailures,
} from '../../../gateway/engine/execute/index.ts';
import { joining, openJoinedQuestions } from '../../../gateway/engine/joining.ts';

type Answers = (ask: SubgraphAsk, query: string) => SubgraphAnswer;

/** Each entity has its representation and the name of its list. */
const echo: Answers = ({ lists, representations = [] }) => {
  const all = lists ?? { _entities: representations };
  const told = Object.entries(all).map(([name, texts]) => [
    name,
    texts.map((id) => ({ id, name })),
  ]);
  return { data: Object.fromEntries(told) };
};

function open(answers: Answers = echo, questions = openJoinedQuestions()) {
  const asked: string[] = [];
  const fetching = (ask: SubgraphAsk) => {
    const { question, variables, representations, lists } = ask;
    const query = question.query.replaceAll(/query\(.*?\)|\(.*?\)|\.\.\.on Mine/g, '');
    const texts = lists ? Object.values(lists) : representations ? [representations] : [];
    asked.push([question.service, query, JSON.stringify(variables), texts.join(' ')].join(' '));
    return Promise.resolve().then(() => answers(ask, query));
  };
  const mayJoin = (service: string) => service !== 'face';
  const ask = joining(fetching, { questions, mayJoin });
  return { ask, asked, questions };
}

const question = { operationName: undefined, isMutation: false, isFollowed: false };
const askOf = (field: string, texts: string, more: object = {}): SubgraphAsk => {
  const { service = 'mines', ...others }: { readonly service?: string } = more;
  const list = `_entities(representations:$representations){...on Mine{${field}}}`;
  const query = `query($representations:[_Any!]!){${list}}`;
  return {
    question: { ...question, service, query },
    ...{ path: [field], variables: {}, representations: texts.split(','), ...others },
  };
};
const alone = (texts: string, name = '_entities'): SubgraphAnswer => ({
  data: { _entities: texts.split(',').map((id) => ({ id, name })) },
});

test('what is asked of one subgraph in one turn is one request, and each has its own part', async () => {
  const { ask, asked } = open();
  const variables = (given: Record<string, Json>) => ({ variables: given });
  const answers = await Promise.all([
    ask(askOf('name', 'a,b', variables({ n: 1 }))),
    ask(askOf('depth', 'a', variables({ m: 2, n: 1 }))),
    ask(askOf('name', 'c', { service: 'ports' })),
  ]);
  expect(asked).toEqual([
    'mines {zlg_0:_entities{{name}}zlg_1:_entities{{depth}}} {"n":1,"m":2} a,b a',
    'ports {_entities{{name}}} {} c',
  ]);
  expect(answers).toEqual([alone('a,b', 'zlg_0'), alone('a', 'zlg_1'), alone('c')]);
});

const rootAsk = (field: string): SubgraphAsk => {
  const { representations: _, ...ask } = askOf(field, '');
  return ask;
};
const many = (count: number) => Array.from({ length: count }, (_, place) => place).join();

test.each<readonly [name: string, asks: readonly SubgraphAsk[], requests: number]>([
  ['one alone', [askOf('name', 'a')], 1],
  ['those of a face', ['name', 'depth'].map((each) => askOf(each, 'a', { service: 'face' })), 2],
  [
    'those that give a variable several values',
    ['EUR', 'MAD'].map((c) => askOf('price', 'a', { variables: { n: 1, c } })),
    2,
  ],
  ['those of the root', ['name', 'depth'].map(rootAsk), 2],
  ['more entities than go at once', ['name', 'depth'].map((each) => askOf(each, many(1_001))), 2],
])('some asks go as they are: %s', async (_, asks, requests) => {
  const seen: SubgraphAsk[] = [];
  const { ask } = open((each) => {
    seen.push(each);
    return { data: {} };
  });
  await Promise.all(asks.map((each) => ask(each)));
  expect([seen, seen.length]).toEqual([asks, requests]);
});

test('as many are one request as servers commonly take, and the rest is the next', async () => {
  const { ask, asked } = open();
  const fields = Array.from({ length: 12 }, (_, place) => `f${place}`);
  const answers = await Promise.all(fields.map((each) => ask(askOf(each, 'a'))));
  expect(asked.map((each) => each.split(' ').slice(3).length)).toEqual([10, 2]);
  expect(answers[11]).toEqual(alone('a', 'zlg_1'));
  await Promise.all(fields.map((each) => ask(askOf(each, many(200)))));
  expect(asked.slice(2).map((each) => each.split(' ').slice(3).length)).toEqual([10, 2]);
});

test('what is asked in the next turn is a request of its own', async () => {
  const { ask, asked } = open();
  await ask(askOf('name', 'a'));
  await ask(askOf('depth', 'a'));
  expect(asked.length).toBe(2);
});

test('each error stands in the part that it is about, and one of none in the first, without a place', async () => {
  const errors = [
    { message: 'all' },
    { message: 'of b', path: ['zlg_1', 1, 'name'], extensions: { code: 'X' } },
    { message: 'of the list', path: ['zlg_1'] },
    { message: 'of a stranger', path: ['_entities', 0] },
    { message: 'of a', path: ['zlg_0', 0] },
  ];
  const { ask } = open((asks, query) => ({ ...echo(asks, query), errors }));
  const [one, two] = await Promise.all([ask(askOf('name', 'a')), ask(askOf('depth', 'a,b'))]);
  expect([one?.errors, two?.errors]).toEqual([
    [{ message: 'all' }, { message: 'of a stranger' }, { message: 'of a', path: ['_entities', 0] }],
    [
      { message: 'of b', path: ['_entities', 1, 'name'], extensions: { code: 'X' } },
      { message: 'of the list', path: ['_entities'] },
    ],
  ]);
});

test('a part that did not come is none', async () => {
  const { ask } = open(() => ({ data: { zlg_1: [{ id: 'a' }] } }));
  const answers = await Promise.all([ask(askOf('name', 'a')), ask(askOf('depth', 'a'))]);
  expect(answers).toEqual([{ data: {} }, { data: { _entities: [{ id: 'a' }] } }]);
});

/** It answers no question in which this stands. */
const without =
  (part: RegExp, path?: readonly string[]): Answers =>
  (ask, query) =>
    part.test(query)
      ? { data: null, errors: [{ message: 'No.', ...(path && { path }) }] }
      : echo(ask, query);
const NO = { data: null, errors: [{ message: 'No.' }] };

test('where no data came at all each is asked by itself, and what fails in one is no loss to the other', async () => {
  const { ask, asked } = open(without(/depth/));
  const answers = await Promise.all([ask(askOf('name', 'a')), ask(askOf('depth', 'a'))]);
  expect(answers).toEqual([alone('a'), NO]);
  expect(asked.length).toBe(3);
});

test.each<readonly [name: string, answers: Answers, requests: readonly number[]]>([
  ['who refuses a whole of which he answers parts is not asked so again', without(/zlg/), [3, 2]],
  ['a null that began in a field may be none the next time', without(/zlg/, ['zlg_0']), [3, 3]],
  ['who answers nothing may be asked so again', without(/./), [3, 3]],
  ['who answers it is', echo, [1, 1]],
])('a question is asked more than once: %s', async (_, answers, requests) => {
  const questions = openJoinedQuestions();
  const counts: number[] = [];
  for (const _request of requests) {
    const { ask, asked } = open(answers, questions);
    await Promise.all([ask(askOf('name', 'a')), ask(askOf('depth', 'a'))]);
    counts.push(asked.length);
  }
  expect(counts).toEqual(requests);
});

test('a source that throws leaves an error on the entities of each', async () => {
  const { ask } = open(() => {
    throw new Error('Ouch.');
  });
  const told = tellingFailures(ask);
  const answers = await Promise.all([told(askOf('name', 'a,b')), told(askOf('depth', 'c'))]);
  expect(answers.map(({ errors = [] }) => errors.map(({ path }) => path))).toEqual([
    [
      ['_entities', 0],
      ['_entities', 1],
    ],
    [['_entities', 0]],
  ]);
});
