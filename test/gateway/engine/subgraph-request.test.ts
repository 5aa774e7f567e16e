import { expect, test } from '@jest/globals';
import type { SubgraphAsk } from '../../../gateway/engine/execute/index.ts';
import { SubgraphRequest } from '../../../gateway/engine/subgraph-request.ts';
import type { Calling } from '../../../gateway/members/index.ts';

const question = {
  service: 'mines',
  query: '{ mine }',
  operationName: 'Q__0',
  isMutation: true,
  isFollowed: false,
};
const calling: Calling = { viewer: 'public', signal: AbortSignal.abort() };
const requestOf = (ask: Partial<SubgraphAsk>) =>
  new SubgraphRequest({ question, path: [], variables: {}, ...ask }, calling);

test.each<readonly [name: string, ask: Partial<SubgraphAsk>, text: string]>([
  ['none', {}, '{}'],
  ['those of the client', { variables: { first: 1, name: 'a"b' } }, '{"first":1,"name":"a\\"b"}'],
  [
    'entities',
    { representations: ['{"id":"a"}', '{"id":"b"}'] },
    '{"representations":[{"id":"a"},{"id":"b"}]}',
  ],
  [
    'several lists of entities',
    {
      variables: { first: 1 },
      lists: { zlg_0: ['{"id":"a"}', '{"id":"b"}'], zlg_1: ['{"id":"a"}'] },
    },
    '{"zlg_0":[{"id":"a"},{"id":"b"}],"zlg_1":[{"id":"a"}],"first":1}',
  ],
  [
    'both',
    { variables: { first: null }, representations: ['{"id":"a"}'] },
    '{"representations":[{"id":"a"}],"first":null}',
  ],
])('variables are one text, and the same as values: %s', (_, ask, text) => {
  const request = requestOf(ask);
  expect([request.variablesText, request.variables]).toEqual([text, JSON.parse(text)]);
  expect(request.variables).toBe(request.variables);
});

test('a source is told what is asked, under which name, and for whom', () => {
  expect(requestOf({})).toMatchObject({
    query: '{ mine }',
    operationName: 'Q__0',
    isMutation: true,
    calling,
  });
});

test('a request that is spread has all but its variables, which whoever spreads it gives anew', () => {
  const variables = { first: 2 };
  expect({ ...requestOf({ variables: { first: 1 } }), variables }).toEqual({
    query: '{ mine }',
    operationName: 'Q__0',
    isMutation: true,
    calling,
    variables,
  });
});
