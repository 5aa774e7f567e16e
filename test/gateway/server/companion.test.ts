import { expect, test } from '@jest/globals';
import { buildSchema, GraphQLError, getOperationAST, parse } from 'graphql';
import { type Accompany, type Answer, together } from '../../../gateway/server/companion.ts';

const began = { schema: buildSchema('type Query { hello: String }'), context: 'the context' };
const document = parse('{ hello }');
const operation = getOperationAST(document) ?? fail();
function fail(): never {
  throw new Error('Expected an operation.');
}
const asked = { queryHash: 'abc', operationName: null };
const question = { ...asked, document, operation, variables: {} };
const ANSWER: Answer = { data: { hello: 'salam' }, status: 200 };

/** Writes down what it is told, and refuses where it has something to say. */
const writing =
  (to: string[], name: string, says?: string): Accompany<string> =>
  ({ context }) => ({
    refuses: () => {
      to.push(`${name} is asked in ${context}`);
      return says === undefined ? undefined : new GraphQLError(says);
    },
    executes: () => void to.push(`${name} sees it executed`),
    answers: (answer) => ({ ...answer, extensions: { ...answer.extensions, [name]: 'was here' } }),
  });

test('the first companion that refuses is the last that is asked', () => {
  const told: string[] = [];
  const all = together([writing(told, 'a'), writing(told, 'b', 'No.'), writing(told, 'c')])(began);
  expect(all.refuses?.(question)?.message).toBe('No.');
  expect(told).toEqual(['a is asked in the context', 'b is asked in the context']);
});

test('each companion is told that a question is executed, and adds to its answer in turn', () => {
  const told: string[] = [];
  const all = together([writing(told, 'a'), () => ({}), writing(told, 'b')])(began);
  expect(all.refuses?.(question)).toBeUndefined();
  all.executes?.(question);
  expect(told.slice(2)).toEqual(['a sees it executed', 'b sees it executed']);
  expect(JSON.stringify(all.answers?.(ANSWER, asked).extensions)).toBe(
    '{"a":"was here","b":"was here"}',
  );
  expect(ANSWER).toEqual({ data: { hello: 'salam' }, status: 200 });
});
