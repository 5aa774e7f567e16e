import { expect, test } from '@jest/globals';
import { buildSchema, GraphQLError } from 'graphql';
import { pino } from 'pino';
import { together } from '../../../../gateway/server/companion.ts';
import { showErrors, showing, statusOfRefusals } from '../../../../gateway/server/errors.ts';
import { answerQuestion } from '../../../../gateway/server/pipeline/answer-question.ts';
import { openDocuments } from '../../../../gateway/server/pipeline/documents.ts';
import type { Execute } from '../../../../gateway/server/pipeline/execute.ts';
import type { Question } from '../../../../gateway/server/pipeline/parse-question.ts';

const schema = buildSchema('type Query { hello: String } type Mutation { greet: String }');
const reading = { schema, readDocument: openDocuments(schema, []) };
const INTERNAL = { message: 'The gateway could not answer.', extensions: { code: 'INTERNAL' } };

/** What becomes of a question where an engine gives this, and what was seen on the way. */
async function answered(given: Partial<Question>, execute: Execute<string>, canRead = true) {
  const seen: string[] = [];
  const question: Question = {
    ...{ text: '{ hello }', operationName: undefined, variables: {} },
    ...{ isPersisted: false, isSafe: false },
    ...given,
  };
  const logger = pino({ level: 'error' }, { write: (line) => seen.push(JSON.parse(line).msg) });
  const answer = await answerQuestion(
    {
      engine: { reading: () => reading, execute, stop: () => Promise.resolve() },
      show: showing(showErrors(logger)),
      accompany: together<string>([
        statusOfRefusals,
        () => ({
          executes: ({ operationName }) => void seen.push(`executes ${operationName}`),
          answers: (each, { operationName }) => {
            seen.push(`answers ${operationName}`);
            return each;
          },
        }),
      ]),
    },
    question,
    { context: 'the context', canRead },
  );
  return { answer, seen };
}

const salam: Execute<string> = () => Promise.resolve({ data: { hello: 'salam' } });
const never: Execute<string> = () => Promise.reject(new Error('Expected not to be asked.'));

test('a question is executed with its context, and its companions see it go by', async () => {
  const { answer, seen } = await answered(
    { text: 'query Q { hello }', variables: { a: 1 } },
    async ({ question: { variables, operationName }, text, context }) => ({
      data: { hello: JSON.stringify({ variables, operationName, text, context }) },
    }),
  );
  const asked =
    '{"variables":{"a":1},"operationName":"Q","text":"query Q { hello }","context":"the context"}';
  expect(answer).toEqual({ status: 200, data: { hello: asked } });
  expect(seen).toEqual(['executes Q', 'answers Q']);
});

test('where an engine fails, it is logged, said in one sentence, and answered 500', async () => {
  const { answer, seen } = await answered({}, () => Promise.reject(new Error('It broke.')));
  expect(answer).toEqual({ status: 500, errors: [INTERNAL] });
  expect(seen).toEqual(['executes null', 'A question could not be answered.', 'answers null']);
});

test('what an engine refuses has the status of its refusal; what it cannot begin is its fault', async () => {
  const refusing = (error: GraphQLError) => () => Promise.resolve({ errors: [error] });
  const cost = new GraphQLError('Too dear.', { extensions: { code: 'COST_EXCEEDED' } });
  expect((await answered({}, refusing(cost))).answer).toEqual({
    status: 400,
    errors: [{ message: 'Too dear.', extensions: { code: 'COST_EXCEEDED' } }],
  });
  expect((await answered({}, refusing(new GraphQLError('No plan.')))).answer).toEqual({
    status: 500,
    errors: [INTERNAL],
  });
});

test('errors beside data are shown with their code, be they errors of GraphQL or their parts', async () => {
  const parts = {
    message: 'MA is silent.',
    path: ['hello'],
    extensions: { code: 'MEMBER_UNAVAILABLE' },
  };
  const error = new GraphQLError(parts.message, { path: parts.path, extensions: parts.extensions });
  const data = { hello: null };
  const { answer } = await answered({}, () => Promise.resolve({ data, errors: [parts, error] }));
  expect(answer).toEqual({ status: 200, data, errors: [parts, parts] });
});

test('a GET changes nothing', async () => {
  const text = 'mutation { greet }';
  const { answer } = await answered({ text, isSafe: true }, never);
  expect(answer).toMatchObject({ status: 405, errors: [{ extensions: { code: 'BAD_REQUEST' } }] });
  expect((await answered({ text }, salam)).answer.status).toBe(200);
});

test('for whom cannot read the answer nothing is executed', async () => {
  const { answer, seen } = await answered({}, never, false);
  expect([answer.status, seen]).toEqual([406, ['answers null']]);
});
