import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { GraphQLInt, GraphQLObjectType, GraphQLSchema, GraphQLString } from 'graphql';
import { LIMITS } from '../../../gateway/limits/index.ts';
import { type Stub, serveStub } from './stub.ts';

/** `{"data":{"text":""}}` and a line's end are in every answer, and here an x. */
const AROUND = 22;
const schema = new GraphQLSchema({
  query: new GraphQLObjectType({
    name: 'Query',
    fields: {
      text: {
        type: GraphQLString,
        args: { bytes: { type: GraphQLInt } },
        resolve: (_, { bytes }) => `x${'é'.repeat((bytes - AROUND) / 2)}`,
      },
    },
  }),
});

let stub: Stub;
beforeAll(async () => {
  stub = await serveStub({ engine: { schema }, validationRules: [] });
});
afterAll(() => stub.close());

test('an answer has at most 8 MiB before it is compressed', async () => {
  const ask = (bytes: number) =>
    fetch(`${stub.url}/graphql?query={text(bytes:${bytes})}`, {
      headers: { 'accept-encoding': 'gzip' },
    });
  const fits = await ask(LIMITS.answerBytesMax);
  const text = await fits.text();
  expect([fits.status, Buffer.byteLength(text)]).toEqual([200, LIMITS.answerBytesMax]);
  const large = await ask(LIMITS.answerBytesMax + 2);
  expect([large.status, await large.json()]).toEqual([
    400,
    {
      errors: [
        {
          message:
            'Expected an answer of at most 8388608 bytes, got 8388610. Ask for fewer fields or a smaller page.',
          extensions: { code: 'ANSWER_TOO_LARGE' },
        },
      ],
    },
  ]);
});
