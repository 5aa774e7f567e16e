import { Kind, parse, print, visit } from 'graphql';
import type { JsonObject, MemberRequest } from '../../../gateway/members/index.ts';
import type { Deed } from '../fault.ts';

const asks = (commit: (question: MemberRequest) => MemberRequest): Deed => ({
  how: 'ASKS',
  commit,
});

const without = (names: RegExp, variables: JsonObject = {}): JsonObject =>
  Object.fromEntries(
    Object.entries(variables).map(([name, value]) => [name, names.test(name) ? null : value]),
  );

/** All rows, whatever was asked for: a filter given as a variable, and one that stands in the question. */
export const ignoresTheFilter = asks(({ query, variables }) => ({
  query: print(
    visit(parse(query), {
      Argument: ({ name, value }) =>
        name.value === 'filter' && value.kind === Kind.OBJECT ? null : undefined,
    }),
  ),
  variables: without(/filter/i, variables),
}));

/** The first page again, on every page: its rows are there twice. */
export const forgetsThePlace = asks(({ query, variables }) => ({
  query,
  variables: without(/^zlg_after/, variables),
}));
