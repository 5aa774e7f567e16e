import { expect, test } from '@jest/globals';
import type {
  EntitiesAnswer,
  EntitiesAsk,
} from '../../../../gateway/engine/execute/entity-asks.ts';
import {
  type Json,
  openEntityAsks,
  type SubgraphAnswer,
  type SubgraphAsk,
} from '../../../../gateway/engine/execute/index.ts';

type Answers = (texts: readonly string[]) => SubgraphAnswer | Promise<SubgraphAnswer>;

/** Each entity has its representation as its name. */
const NAMED = (texts: readonly string[]): SubgraphAnswer => ({
  data: { _entities: texts.map((name) => ({ name })) },
});
/** The same, with an object in it to which others may add. */
const NESTED: Answers = (texts) => ({
  data: { _entities: texts.map((name) => ({ inner: { name } })) },
});

function open(answers: Answers = NAMED, isReading = true) {
  const asked: string[] = [];
  const fetching = async ({ representations = [], variables }: SubgraphAsk) => {
    asked.push(`${representations.join()}${JSON.stringify(variables)}`.replace('{}', ''));
    return await answers(representations);
  };
  const entities = openEntityAsks(fetching, isReading);
  const ask = (texts: string, more: Partial<EntitiesAsk> = {}) =>
    entities({ ...ASK, representations: texts.split(','), ...more });
  return { ask, asked };
}

const question = {
  service: 'mines',
  query: '',
  operationName: undefined,
  isMutation: false,
  isFollowed: false,
};
const ASK = { question, path: [], variables: {}, key: 'k', finish: () => {} };
const named = (texts: string) => ({
  entities: texts.split(',').map((name) => ({ name })),
  errors: [],
});

test('asks of one turn for the same are one request, and each has its own entities in its order', async () => {
  const { ask, asked } = open();
  const answers = await Promise.all([ask('a,b'), ask('c,a'), ask('b')]);
  expect([answers, asked]).toEqual([[named('a,b'), named('c,a'), named('b')], ['a,b,c']]);
});

test.each<readonly [name: string, more: Partial<EntitiesAsk>, asked: readonly string[]]>([
  ['of other fields', { key: 'l' }, ['a', 'a']],
  [
    'with other variables',
    { variables: { first: 1 } satisfies Record<string, Json> },
    ['a', 'a{"first":1}'],
  ],
])('an ask %s is a request of its own', async (_, more, expected) => {
  const { ask, asked } = open();
  await Promise.all([ask('a'), ask('a', more)]);
  expect(asked).toEqual(expected);
});

test.each<readonly [name: string, answers: Answers, isReading: boolean, asked: readonly string[]]>([
  ['is not asked for again', NAMED, true, ['a,b', 'a,c']],
  ['and holds objects is asked for again', NESTED, true, ['a,b', 'a', 'a,c']],
  ['in a mutation is asked for again', NAMED, false, ['a,b', 'a', 'a,c']],
  [
    'with an error is asked for again',
    (texts) => ({ ...NAMED(texts), errors: [{ message: 'Oh.' }] }),
    true,
    ['a,b', 'a', 'a,c'],
  ],
])('what came once %s', async (_, answers, isReading, expected) => {
  const { ask, asked } = open(answers, isReading);
  for (const texts of ['a,b', 'a', 'a,c']) await ask(texts);
  expect(asked).toEqual(expected);
});

test('who shares a request has objects of its own', async () => {
  const { ask } = open(NESTED);
  const [one, two] = await Promise.all([ask('a'), ask('a')]);
  expect(two).toEqual(one);
  expect(innerOf(two)).not.toBe(innerOf(one));
});

const innerOf = ({ entities }: EntitiesAnswer) =>
  (entities?.[0] as { readonly inner: object } | undefined)?.inner;

test('each error goes to whom it concerns, at its place there, and one of no entity to the first', async () => {
  const errors = [
    { message: 'all' },
    { message: 'of b', path: ['_entities', 1, 'name'] },
    { message: 'of c', path: ['_entities', 2] },
    { message: 'of none', path: ['_entities', 3] },
  ];
  const { ask } = open((texts) => ({ ...NAMED(texts), errors }));
  const [one, two] = await Promise.all([ask('a,b'), ask('c,b')]);
  expect([one.errors, two.errors]).toEqual([
    [{ message: 'all' }, { message: 'of b', path: ['_entities', 1, 'name'] }],
    [
      { message: 'of b', path: ['_entities', 1, 'name'] },
      { message: 'of c', path: ['_entities', 0] },
    ],
  ]);
});

test('what is done to each entity that comes is done once, and to nothing else', async () => {
  const done: unknown[] = [];
  const { ask } = open((texts) => ({
    data: { _entities: texts.map((name) => (name === 'b' ? null : { name })) },
  }));
  await Promise.all([ask('a,b', { finish: (each) => void done.push(each) }), ask('c,a')]);
  expect(done).toEqual([{ name: 'a' }, { name: 'c' }]);
});

test.each<readonly [name: string, answer: SubgraphAnswer, errors: readonly object[]]>([
  ['no data', { data: null, errors: [{ message: 'Oh.' }] }, [{ message: 'Oh.' }]],
  [
    'another number',
    { data: { _entities: [] } },
    [
      {
        message: 'Expected 2 entities of mines, got another number or none; none of them is taken.',
      },
    ],
  ],
])('of %s none is taken, and the first is told', async (_, answer, errors) => {
  const { ask } = open(() => answer);
  expect(await Promise.all([ask('a'), ask('b')])).toEqual([
    { entities: null, errors },
    { entities: null, errors: [] },
  ]);
});
