import { expect, test } from '@jest/globals';
import { parse } from 'graphql';
import { compileProgram, openPlanner } from '../../../../gateway/engine/compile/index.ts';
import type {
  Json,
  SubgraphAnswer,
  SubgraphAsk,
} from '../../../../gateway/engine/execute/index.ts';
import { supergraphOf } from '../asking.ts';

const PLANNER = openPlanner(
  supergraphOf({
    mines: `type Query { mine(id: ID): Mine } type Mutation { dig(depth: Int): Mine close: Mine }
      type Mine @key(fields: "id") { id: ID! name: String }`,
    ports: 'type Mine @key(fields: "id") { id: ID! port: String depth: Int! }',
  }),
  {},
);
const compile = (query: string, operationName?: string) =>
  compileProgram(parse(query), operationName, { planner: PLANNER, followed: () => new Set() });

const MINE = { __typename: 'Mine', id: 'a', name: 'A' };
type Answers = (ask: SubgraphAsk) => SubgraphAnswer;
const ENTITIES: Answers = ({ representations }) =>
  representations
    ? { data: { _entities: [{ port: 'P', depth: 1 }] } }
    : { data: { mine: { ...MINE } } };

async function executed(
  query: string,
  variables: Readonly<Record<string, Json>> = {},
  answers = ENTITIES,
) {
  const asked: string[] = [];
  const fetching = (ask: SubgraphAsk) => {
    asked.push(`${ask.question.service} ${JSON.stringify(ask.variables)}`);
    return Promise.resolve(answers(ask));
  };
  const { json: text, errors } = await compile(query).execute({
    variables,
    fetching,
    charactersMax: 1_000,
  });
  return { text, errors, asked };
}

test('one program answers request after request, each by its own variables', async () => {
  const query =
    'query ($id: ID, $ports: Boolean!) { mine(id: $id) { name port @include(if: $ports) } }';
  expect(await executed(query, { id: 'a', ports: true })).toEqual({
    text: '{"mine":{"name":"A","port":"P"}}',
    errors: [],
    asked: ['mines {"id":"a"}', 'ports {}'],
  });
  expect(await executed(query, { id: 'b', ports: false })).toMatchObject({
    text: '{"mine":{"name":"A"}}',
    asked: ['mines {"id":"b"}'],
  });
});

test('names that the planner may not see are the client’s again in text, errors and introspection', async () => {
  const query =
    'query ($representations: ID) { mine(id: $representations) { id: name __type: port } name: __type(name: "Mine") { name } }';
  const fails: Answers = (ask) => ({
    data: ask.representations
      ? { _entities: [null] }
      : { mine: { __typename: 'Mine', id: 'a', zz_id: 'A' } },
    ...(ask.representations && {
      errors: [{ message: 'Oh.', path: ['_entities', 0, 'zz___type'] }],
    }),
  });
  expect(await executed(query, { representations: 'a' }, fails)).toEqual({
    text: '{"mine":{"id":"A","__type":null},"name":{"name":"Mine"}}',
    errors: [{ message: 'Oh.', path: ['mine', '__type'] }],
    asked: ['mines {"zz_representations":"a"}', 'ports {}'],
  });
});

test('a null where none may be is a fault of ours where nobody explains it', async () => {
  const silent: Answers = ({ representations }) =>
    representations ? { data: null } : { data: { mine: { ...MINE } } };
  expect(await executed('{ mine { depth } }', {}, silent)).toMatchObject({
    text: '{"mine":null}',
    errors: [
      {
        message: 'Cannot return null for non-nullable field Mine.depth.',
        path: ['mine', 'depth'],
        extensions: { code: 'INTERNAL_SERVER_ERROR' },
      },
    ],
  });
});

test('what is changed in one subgraph is asked of it at once, in the order of the question', async () => {
  const order: string[] = [];
  const answers: Answers = ({ question, variables }) => {
    order.push(
      `${/dig|close/.exec(question.query)?.[0]} ${question.isMutation} ${JSON.stringify(variables)}`,
    );
    return { data: { close: { ...MINE }, dig: { ...MINE } } };
  };
  const query = 'mutation ($depth: Int) { close { name } dig(depth: $depth) { name } }';
  expect((await executed(query, { depth: 3 }, answers)).text).toBe(
    '{"close":{"name":"A"},"dig":{"name":"A"}}',
  );
  expect(order).toEqual(['close true {"depth":3}']);
});

test.each([
  [{}, ['Variable "$id" of required type "ID!" was not provided.']],
  [{ id: null }, ['Variable "$id" of non-null type "ID!" must not be null.']],
  [{ id: 'a', more: 1 }, []],
])('of the variables %j the faults are %j', (variables, faults) => {
  const query = 'query A { mine { id } } query B($id: ID!) { mine(id: $id) { id } }';
  expect(
    compile(query, 'B')
      .faultsOf(variables)
      .map(({ message }) => message),
  ).toEqual(faults);
  expect(compile(query, 'A').faultsOf(variables)).toEqual([]);
});
