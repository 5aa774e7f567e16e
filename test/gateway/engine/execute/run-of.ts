import {
  openEntityAsks,
  type Run,
  type SubgraphAnswer,
  type SubgraphAsk,
} from '../../../../gateway/engine/execute/index.ts';

type Answers = (ask: SubgraphAsk) => SubgraphAnswer | Promise<SubgraphAnswer>;
export type Recorded = Run & { readonly asks: SubgraphAsk[] };

/** A run whose subgraphs are a function; it remembers what they were asked. */
export function runOf(
  given: Partial<Run> = {},
  answers: Answers = () => ({ data: null }),
): Recorded {
  const asks: SubgraphAsk[] = [];
  const fetching = async (ask: SubgraphAsk) => {
    asks.push(ask);
    return await answers(ask);
  };
  const entities = openEntityAsks(fetching, true);
  const nothing = {
    ...{ data: {}, variables: {}, conditions: {}, errors: [] },
    ...{ shape: undefined, shares: false, copies: 0 },
  };
  return { ...nothing, ...given, fetching, entities, asks };
}

/** A type is of its interfaces by this table. */
export const TYPES = {
  isObjectType: (typename: unknown) => ['Mine', 'Port', 'Query'].includes(String(typename)),
  isOfType: (typename: string, of: string) =>
    typename === of || (of === 'Place' && ['Mine', 'Port'].includes(typename)),
};
