import { Kind, parse, type SelectionSetNode } from 'graphql';
import type { Fetching, SubgraphAnswer, SubgraphAsk } from './fetching.ts';

/** The same, but what throws is an answer with an error on each field that was asked for: the rest of the answer is none the worse. */
export const tellingFailures =
  (fetching: Fetching): Fetching =>
  async (ask) => {
    try {
      return await fetching(ask);
    } catch (error) {
      return failed(ask, error instanceof Error ? error : new Error(String(error)));
    }
  };

/** What was thrown is for the log alone; a client is told where it happened. */
function failed(ask: SubgraphAsk, originalError: Error): SubgraphAnswer {
  const error = {
    message: `${ask.question.service} could not be asked.`,
    extensions: { code: 'INTERNAL_SERVER_ERROR' },
    originalError,
  };
  return { data: null, errors: placesIn(ask).map((path) => ({ ...error, path })) };
}

const placesIn = ({ question, representations }: SubgraphAsk) =>
  representations
    ? representations.map((_, place) => ['_entities', place])
    : rootNames(question.query).map((name) => [name]);

function rootNames(query: string): readonly string[] {
  const { definitions } = parse(query, { noLocation: true });
  const operation = definitions.find((each) => each.kind === Kind.OPERATION_DEFINITION);
  return operation ? namesIn(operation.selectionSet) : [];
}

/** The planner spreads no fragments at a root. */
const namesIn = ({ selections }: SelectionSetNode): readonly string[] =>
  selections.flatMap((each) => {
    if (each.kind === Kind.FIELD) return [each.alias?.value ?? each.name.value];
    return each.kind === Kind.INLINE_FRAGMENT ? namesIn(each.selectionSet) : [];
  });
