import { expect, test } from '@jest/globals';
import { fetchInParts } from '../../../../gateway/engine/execute/fetch-in-parts.ts';
import type { SubgraphAnswer, SubgraphAsk } from '../../../../gateway/engine/execute/index.ts';

const question = {
  service: 'mines',
  query: '',
  operationName: undefined,
  isMutation: false,
  isFollowed: false,
};
const texts = (count: number) => Array.from({ length: count }, (_, place) => `${place}`);

async function asked(count: number, answer: (part: readonly string[]) => SubgraphAnswer) {
  const sizes: number[] = [];
  const fetch = fetchInParts(async ({ representations = [] }: SubgraphAsk) => {
    sizes.push(representations.length);
    return await Promise.resolve(answer(representations));
  });
  const came = await fetch({ question, path: [], variables: {}, representations: texts(count) });
  return { sizes, ...came };
}
const whole = (part: readonly string[]): SubgraphAnswer => ({ data: { _entities: part } });

test.each([
  [1, [1]],
  [2_000, [2_000]],
  [2_001, [2_000, 1]],
  [4_500, [2_000, 2_000, 500]],
])('%d entities are asked for in parts of %j, and come as one answer', async (count, sizes) => {
  const answer = await asked(count, whole);
  expect([answer.sizes, answer.data]).toEqual([sizes, { _entities: texts(count) }]);
});

test('errors stand at their places among all, and a part that does not come leaves the others', async () => {
  const { data, errors } = await asked(4_001, (part) => {
    if (part[0] === '0') return { data: null, errors: [{ message: 'Oh.' }] };
    if (part[0] === '2000')
      return {
        data: { _entities: part },
        errors: [{ message: 'Ah.', path: ['_entities', 3, 'name'] }],
      };
    return { data: { _entities: [] } };
  });
  const entities = data?._entities as readonly unknown[];
  expect([entities.length, entities[0], entities[2_003], entities[4_000]]).toEqual([
    4_001,
    null,
    '2003',
    null,
  ]);
  expect(errors).toEqual([
    { message: 'Oh.' },
    { message: 'Ah.', path: ['_entities', 2_003, 'name'] },
    { message: 'Expected 1 entities of mines, got another number or none; none of them is taken.' },
  ]);
});
