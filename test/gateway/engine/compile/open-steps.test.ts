import '../../../../gateway/no-telemetry.ts';
import { expect, test } from '@jest/globals';
import { parse } from 'graphql';
import { type Engine, openZelligeEngine } from '../../../../gateway/engine/index.ts';
import type { FaceRequest, JsonObject } from '../../../../gateway/members/index.ts';
import { compose } from '../../../../gateway/supergraph/index.ts';

const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.3", import: ["@key", "@requires", "@external"])`;
const FACES = {
  ports: `${LINK} type Query { port: Port } type Mutation { open: Port }
    type Port @key(fields: "id") { id: ID! grid: Int grade: Int @external near: Int @requires(fields: "grade") }`,
  grades: `${LINK} type Mutation { close: Port }
    type Port @key(fields: "id") { id: ID! grid: Int @external grade: Int @requires(fields: "grid") name: String }`,
};

type Answers = Readonly<Record<string, (request: FaceRequest) => JsonObject>>;
async function ask(query: string, variables: JsonObject, answers: Answers) {
  const composed = compose(FACES);
  if (composed.kind === 'refused') throw new Error(composed.findings.join());
  const asked: string[] = [];
  const sources = Object.fromEntries(
    Object.entries(answers).map(([name, answer]) => [
      name,
      (request: FaceRequest) => {
        asked.push(`${name} ${request.query}`);
        return Promise.resolve({ data: answer(request) });
      },
    ]),
  );
  const engine = await openZelligeEngine(composed.supergraph, sources);
  const calling = { viewer: 'public', signal: new AbortController().signal };
  const question: unknown = {
    ...{ document: parse(query), queryHash: query, source: query },
    ...{ request: { query, variables }, context: { calling } },
  };
  const answer = await engine.executor(question as Parameters<Engine['executor']>[0]);
  return { answer: JSON.parse(JSON.stringify(answer)), asked };
}

test('what only a field wants that a condition has taken out is not wanted for the others of its hop', async () => {
  const query = 'query A($no: Boolean!) { port { near @skip(if: $no) name } }';
  const { answer, asked } = await ask(
    query,
    { no: true },
    {
      ports: () => ({ port: { __typename: 'Port', id: '7' } }),
      grades: () => ({ _entities: [{ name: 'Nador' }] }),
    },
  );
  expect(answer).toEqual({ data: { port: { name: 'Nador' } } });
  expect(asked.map((each) => each.split(' ')[0])).toEqual(['ports', 'grades']);
});

test('mutations are made once each, in the order in which the question has them', async () => {
  const query =
    'mutation A($no: Boolean!) { open @skip(if: $no) { id } close { id } open { grid } o: open { id } }';
  const port = { id: '7', grid: 1 };
  const { answer, asked } = await ask(
    query,
    { no: false },
    { ports: () => ({ open: port, o: port }), grades: () => ({ close: port }) },
  );
  expect(answer).toEqual({
    data: { open: { id: '7', grid: 1 }, close: { id: '7' }, o: { id: '7' } },
  });
  expect(asked.map((each) => each.replaceAll(/A__\w+/g, ''))).toEqual([
    'ports mutation {open{id grid}}',
    'grades mutation {close{id}}',
    'ports mutation {o:open{id}}',
  ]);
});
