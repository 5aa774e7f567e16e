import { expect, test } from '@jest/globals';
import { type SubgraphAsk, tellingFailures } from '../../../../gateway/engine/execute/index.ts';

const question = {
  service: 'mines',
  operationName: undefined,
  isMutation: false,
  isFollowed: false,
};
const ask = (query: string, representations?: readonly string[]): SubgraphAsk => ({
  question: { ...question, query },
  ...{ path: [], variables: {}, ...(representations && { representations }) },
});

test.each([
  [
    'each field of the root by its name in the answer',
    ask('query Q__0 { mine { id } all: mines { id } ... @include(if: $x) { port { id } } }'),
    [['mine'], ['all'], ['port']],
  ],
  [
    'each entity',
    ask('{ _entities { id } }', ['{}', '{"id":1}']),
    [
      ['_entities', 0],
      ['_entities', 1],
    ],
  ],
])('what throws is an error on %s', async (_, asked, paths) => {
  const thrown = new Error('connect ECONNREFUSED 10.0.0.1:3306');
  const fetching = tellingFailures(() => Promise.reject(thrown));
  const error = {
    message: 'mines could not be asked.',
    extensions: { code: 'INTERNAL_SERVER_ERROR' },
    originalError: thrown,
  };
  expect(await fetching(asked)).toEqual({
    data: null,
    errors: paths.map((path) => ({ ...error, path })),
  });
});

test('what throws at once, and what is no error, are told like any other', async () => {
  const fetching = tellingFailures(() => {
    throw 'a text';
  });
  const { errors } = await fetching(ask('{ mine }'));
  expect(errors?.map(({ originalError }) => originalError)).toEqual([new Error('a text')]);
});

test('an answer is given as it came', async () => {
  const answer = { data: { mine: null }, errors: [{ message: 'Oh.' }] };
  expect(await tellingFailures(() => Promise.resolve(answer))(ask('{ mine }'))).toBe(answer);
});
