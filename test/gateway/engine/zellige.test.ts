import { expect, test } from '@jest/globals';
import { GraphQLError } from 'graphql';
import { openZelligeEngine } from '../../../gateway/engine/index.ts';
import type { FaceAnswer, FaceRequest, Source } from '../../../gateway/members/index.ts';
import { ask, askedWith, supergraphOf } from './asking.ts';

const SUPERGRAPH = supergraphOf({
  mines:
    'type Query { mine(id: ID, first: Int = 1): Mine mines: [Mine!] } type Mine @key(fields: "id") { id: ID! name: String }',
  ports:
    'type Query { port: Port } type Port { id: ID } type Mine @key(fields: "id") { id: ID! port: Port depth: Int! }',
});

type Answers = (request: FaceRequest) => FaceAnswer | Promise<FaceAnswer>;
function open(mines: Answers, ports: Answers = () => ({ data: null })) {
  const asked: string[] = [];
  const source =
    (name: string, answers: Answers): Source =>
    async (request) => {
      asked.push(`${name}: ${request.query} ${JSON.stringify(request.variables)}`);
      return await answers(request);
    };
  const engine = openZelligeEngine(SUPERGRAPH, {
    mines: source('mines', mines),
    ports: source('ports', ports),
  });
  return engine.then((opened) => ({ engine: opened, asked }));
}

const MINES = () => ({
  data: {
    mines: [
      { __typename: 'Mine', id: 'a', name: 'A' },
      { __typename: 'Mine', id: 'b', name: 'B' },
    ],
  },
});

test('a question is answered from all its subgraphs, in the order of its fields', async () => {
  const { engine, asked } = await open(MINES, () => ({
    data: { _entities: [{ depth: 1 }, { depth: 2 }] },
  }));
  const answer = await engine.executor(askedWith(engine, { query: '{ mines { depth name } }' }));
  expect(JSON.stringify(answer)).toBe(
    '{"data":{"mines":[{"depth":1,"name":"A"},{"depth":2,"name":"B"}]}}',
  );
  expect(asked).toEqual([
    'mines: {mines{__typename id name}} {}',
    'ports: query($representations:[_Any!]!){_entities(representations:$representations){...on Mine{depth}}} {"representations":[{"__typename":"Mine","id":"a"},{"__typename":"Mine","id":"b"}]}',
  ]);
});

test.each<readonly [name: string, variables: Record<string, unknown>, message: string]>([
  ['one that is not given', {}, 'Variable "$id" of required type "ID!" was not provided.'],
  ['one that is null', { id: null }, 'Variable "$id" of non-null type "ID!" must not be null.'],
  [
    'one of another type',
    { id: 'a', first: 'many' },
    'Variable "$first" got invalid value "many"; Int cannot represent non-integer value: "many"',
  ],
])('variables with a fault ask nobody: %s', async (_, variables, message) => {
  const { engine, asked } = await open(MINES);
  const query = 'query ($id: ID!, $first: Int) { mine(id: $id, first: $first) { id } }';
  const { data, errors } = await ask(engine, { query, variables });
  expect([data, errors?.map((each) => each.message), asked]).toEqual([undefined, [message], []]);
});

test('a variable that is not given is not sent, and one that is goes as it came', async () => {
  const { engine, asked } = await open(() => ({ data: { mine: null } }));
  const query = 'query ($id: ID, $first: Int = 7) { mine(id: $id, first: $first) { id } }';
  await ask(engine, { query, variables: { id: 7, more: 1 } });
  await ask(engine, { query, variables: { first: null } });
  expect(asked.map((each) => each.split('} ').at(-1))).toEqual(['{"id":7}', '{"first":null}']);
});

test('a question is planned once for each of its operations, and who asks is told whether it was before', async () => {
  const { engine } = await open(MINES);
  const noted: string[] = [];
  const context = { note: { planned: (plan: string) => void noted.push(plan) } };
  const query = 'query A { mines { id } } query B { mines { name } }';
  for (const operationName of ['A', 'A', 'B', 'A', 'B'])
    await ask(engine, { query, operationName, context });
  expect(noted).toEqual(['made', 'kept', 'made', 'kept', 'kept']);
  await ask(engine, { query: 'query ($id: ID!) { mine(id: $id) { id } }', context });
  expect(noted.length).toBe(5);
});

test('who only plans asks nobody, and the next has the plan', async () => {
  const { engine, asked } = await open(MINES);
  const query = '{ mines { id } }';
  const { document, queryHash } = askedWith(engine, { query });
  await engine.plan({ query, document, queryHash, operationName: undefined, variables: {} });
  expect(asked).toEqual([]);
  let noted: string | undefined;
  const context = {
    note: {
      planned: (plan: string) => {
        noted = plan;
      },
    },
  };
  expect(await ask(engine, { query, context })).toEqual({
    data: { mines: [{ id: 'a' }, { id: 'b' }] },
  });
  expect(noted).toBe('kept');
});

/** As a subgraph over HTTP answers, whose answer is read as text. */
const overHttp =
  (text: string): Answers =>
  ({ read }) =>
    read?.(text) ?? JSON.parse(text);

test.each([
  ['as it stands', '{"data":{"_entities":[{"depth":1},{"depth":20}]}}', true],
  ['as a value', '{"data":{"_entities":[{"depth":1.0},{"depth":20}]}}', false],
  [
    'as a value, in another form',
    '{ "data": { "_entities": [{ "depth": 1 }, { "depth": 20 }] } }',
    false,
  ],
])(
  'a field that only the answer wants is taken from the text of a subgraph: %s',
  async (_, text, isReady) => {
    let wasRead = false;
    const { engine } = await open(MINES, (request) => {
      wasRead = request.read?.(text) !== undefined;
      return overHttp(text)(request);
    });
    const answer = await engine.executor(askedWith(engine, { query: '{ mines { name depth } }' }));
    expect(JSON.stringify(answer)).toBe(
      '{"data":{"mines":[{"name":"A","depth":1},{"name":"B","depth":20}]}}',
    );
    expect(wasRead).toBe(isReady);
  },
);

test('a value of a wrong type is told wherever it stands in the text of a subgraph', async () => {
  const text = '{"data":{"_entities":[{"depth":1},{"depth":"deep"}]}}';
  const { engine } = await open(MINES, overHttp(text));
  const { data, errors } = await ask(engine, { query: '{ mines { name depth } }' });
  expect(data).toEqual({ mines: null });
  expect(errors).toEqual([
    { message: 'Expected a value of Int, got "deep".', path: ['mines', 1, 'depth'], ...REFUSED },
  ]);
});

const REFUSED = { code: 'INTERNAL_SERVER_ERROR' };

test('a source that throws leaves an error on its fields, and the rest is answered', async () => {
  const thrown = new Error('SELECT * FROM mine');
  const { engine } = await open(MINES, () => Promise.reject(thrown));
  const question = { query: '{ port { id } mines { name port { id } } }' };
  const message = 'ports could not be asked.';
  expect(await ask(engine, question)).toEqual({
    data: {
      port: null,
      mines: [
        { name: 'A', port: null },
        { name: 'B', port: null },
      ],
    },
    errors: [['port'], ['mines', 0], ['mines', 1]].map((path) => ({ message, path, ...REFUSED })),
  });
  const { errors } = await engine.executor(askedWith(engine, question));
  expect(errors?.map((each) => each instanceof GraphQLError && each.originalError)).toEqual([
    thrown,
    thrown,
    thrown,
  ]);
});

test('a null where none may be is explained by the error of the source that threw', async () => {
  const { engine } = await open(MINES, () => {
    throw new Error('Ouch.');
  });
  expect(await ask(engine, { query: '{ mines { depth } }' })).toEqual({
    data: { mines: null },
    errors: [0, 1].map((place) => ({
      message: 'ports could not be asked.',
      path: ['mines', place],
      ...REFUSED,
    })),
  });
});

test('a subgraph without a source is like one whose source throws', async () => {
  const engine = await openZelligeEngine(SUPERGRAPH, {});
  const { errors = [] } = await engine.executor(askedWith(engine, { query: '{ port { id } }' }));
  expect(
    errors.map((each) => [
      each.message,
      each instanceof GraphQLError && each.originalError?.message,
    ]),
  ).toEqual([['ports could not be asked.', 'Expected a source for ports, got none.']]);
});

test('an answer that is too long is refused whole, with what to do', async () => {
  const sources = { mines: async () => MINES(), ports: async () => ({ data: null }) };
  const engine = await openZelligeEngine(SUPERGRAPH, sources, { answerCharactersMax: 30 });
  expect(await ask(engine, { query: '{ mines { name } }' })).toEqual({
    data: undefined,
    errors: [
      {
        message:
          'Expected an answer of at most 30 bytes, got more. Ask for fewer fields or a smaller page.',
        path: undefined,
        code: 'ANSWER_TOO_LARGE',
      },
    ],
  });
});

test('a question for the schema alone asks nobody', async () => {
  const { engine, asked } = await open(MINES);
  expect(
    await ask(engine, { query: '{ mine: __type(name: "Mine") { name } __typename }' }),
  ).toEqual({
    data: { mine: { name: 'Mine' }, __typename: 'Query' },
  });
  expect(asked).toEqual([]);
});
