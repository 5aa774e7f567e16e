import { type GraphQLSchema, parse, validate } from 'graphql';

/** What is wrong with a question under the second schema, and was not under the first. Its values are gone, so those that look wrong look so in both. */
export function newFaults(
  document: string,
  before: GraphQLSchema,
  after: GraphQLSchema,
): readonly string[] {
  const question = parse(document, { noLocation: true });
  const faultsIn = (schema: GraphQLSchema) =>
    validate(schema, question).map(({ message }) => message.replace(SUGGESTION, ''));
  const known = new Set(faultsIn(before));
  return faultsIn(after).filter((each) => !known.has(each));
}

/** It changes with the names that are near, and says nothing of the fault. */
const SUGGESTION = / Did you mean .*$/;
