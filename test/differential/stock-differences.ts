import { causesOf, fieldAt, type SeenDifference } from './compare/cause.ts';
import {
  has,
  isConditional,
  isLackedByFragment,
  isLackedByObject,
  isLess,
  isMoved,
  isNarrowed,
  isOfEmpty,
  isOfNothing,
  isOfNull,
  isUnheard,
  isUntold,
  needsLists,
} from './compare/signs.ts';

/** One class of differences between the stock engine and the oracle. */
export type StockDifference = {
  readonly id: string;
  readonly does: string;
  /** Why the oracle is right, with the section of the specification (GraphQL, September 2025) or of the federation documents. */
  readonly why: string;
  readonly section: string;
  readonly example: string;
  readonly covers: (seen: SeenDifference) => boolean;
};

/** In the order in which they are tried; the narrow ones come first. */
export const STOCK_DIFFERENCES: readonly StockDifference[] = [
  {
    id: 'a fragment leads the planner nowhere',
    does: 'fails while planning: "We should have an edge from Site(...) for __typename"',
    why: 'the question is valid, and no subgraph has failed',
    section: 'GraphQL 5 Validation',
    example:
      '{ objects { ... on Either { ... on Site { id } } } }, where `objects` gives an interface object',
    covers: ({ kind, says }) => kind === 'throws' && says.includes('We should have an edge from'),
  },
  {
    id: 'fragments that cannot meet stop the planner',
    does: 'fails while planning: "Cannot add fragment of condition ..."',
    why: 'a fragment that fits no type of its place selects nothing',
    section: 'GraphQL 6.3.2 Field Collection',
    example:
      '{ shape { ... on Either { ... on Shape { ... on Mark { size } } } } }, where Either has no Mark',
    covers: ({ kind, says }) =>
      kind === 'throws' && says.includes('Cannot add fragment of condition'),
  },
  {
    id: 'a wrong list stops everything',
    does: 'throws a TypeError where an entity is looked for in a value that is no list',
    why: 'a value of a wrong type is an error of its own field',
    section: 'GraphQL 6.4.3 Value Completion',
    example: '{ mines { name } }, where the subgraph answers { "mines": {} }',
    covers: ({ kind, says, case: { faults } }) =>
      kind === 'throws' && says.includes('flatMap is not a function') && has(faults, 'wrong'),
  },
  {
    id: 'a wrong object or list takes everything with it',
    does: 'answers no data at all and an error without a path, and forgets all others',
    why: 'the field is null, and those that may not be null around it; the rest of the answer stands',
    section: 'GraphQL 6.4.4 Handling Execution Errors',
    example: '{ a mines { name } }, where the subgraph answers { "a": 1, "mines": {} }',
    covers: (seen) => has(seen.case.faults, 'wrong') && isOfNothing(seen),
  },
  {
    id: 'the order of fragments',
    does: 'writes fields in the order of its own normalised question',
    why: 'response names stand in the order in which they are first met, fragments included',
    section: 'GraphQL 6.3.2 Field Collection',
    example: '{ shape { ... on Spot { depth } size ... on Spot { b: size } } }',
    covers: ({ kind }) => kind === 'order',
  },
  {
    id: 'mutations out of order',
    does: 'makes mutations in the order of its own normalised question, and none of which nothing is selected',
    why: 'they are made one after the other, in the order in which they are first met',
    section: 'GraphQL 6.2.2 Mutation',
    example: 'mutation { fourth ... on Mutation { first first @skip(if: $no) } }',
    covers: ({ kind, case: { query } }) => kind === 'mutations' && isConditional(query),
  },
  {
    id: 'lists of lists do not arrive',
    does: 'sends null for each list within a list of objects that another subgraph requires',
    why: 'a subgraph is told all that it requires',
    section: 'Federation: @requires',
    example:
      '{ mine { note } }, where `note @requires(fields: "grid { size }")` and `grid: [[Spot]]`',
    covers: (seen) => seen.kind === 'data' && needsLists(seen.world, fieldAt(seen)),
  },
  {
    id: 'the type of an interface object',
    does: 'takes the name of the interface for the type of the object, and drops the object or its fields',
    why: 'an interface object does not know which type it is; whoever does has said so before',
    section: 'Federation: Entity Interfaces',
    example:
      '{ mines { near { extra __typename } } }, where `extra` is given through the interface',
    covers: ({ kind, says, case: { query } }) =>
      kind === 'data' && isLess(says) && /\b(extra|more)\b/.test(query),
  },
  {
    id: 'a dropped field lets its object escape',
    does: 'drops a field of an interface object or of a fragment, as other classes say, and keeps the object, though the field may not be null and is',
    why: 'the null of a field that may not be null takes its object along',
    section: 'GraphQL 6.4.4 Handling Execution Errors',
    example: '{ objects { ... on Mine { extra note } } }, where note is `Int!` and null',
    covers: (seen) =>
      isOfNull(seen) &&
      causesOf(seen).some(
        (each) => isLackedByObject(seen.world, each) || isLackedByFragment(seen, each),
      ),
  },
  {
    id: 'the promise of an interface',
    does: 'keeps the null of a field that may be null in an interface and never is in the object that implements it',
    why: 'the type of a field is that of the object, whichever type the question is asked of',
    section: 'GraphQL 6.3.3 Executing Collected Fields',
    example: '{ sites { rank } }, where rank is `Int` in Site, `Int!` in Mine, and null',
    covers: (seen) =>
      isOfNull(seen) && causesOf(seen).some((each) => each.isNull && isNarrowed(seen.world, each)),
  },
  {
    id: 'an error of another entity',
    does: 'counts entities that were not asked for, so that an error stands at one before its own',
    why: 'the path of an error leads to the field that it is of',
    section: 'GraphQL 7.1 Response Format, Errors',
    example:
      '{ sites { ... on Port { name } } }, where name fails and the first site is a mine: the error is at the mine',
    covers: isMoved,
  },
  {
    id: 'nothing is asked where nothing is selected',
    does: 'leaves a field out, or answers null, when conditions leave nothing of its selection, and hears no error of it',
    why: 'the field is there; its object has no fields',
    section: 'GraphQL 6.3.3 Executing Collected Fields',
    example: 'mutation { third { id @include(if: $no) } }',
    covers: (seen) => isConditional(seen.case.query) && (isOfEmpty(seen) || isUnheard(seen)),
  },
  {
    id: 'a fragment on an interface hides what it selects',
    does: 'drops the fields of a fragment on an interface or a union when the type of the object was not asked for',
    why: 'the type of the field says which object it is, and that it implements the interface',
    section: 'GraphQL 6.3.2 Field Collection',
    example: 'mutation { second { ... on Site { ... on Mine { note } } } }, where `second: Mine`',
    covers: ({ kind, says, case: { query } }) =>
      kind === 'data' && says.endsWith('is not there') && query.includes('...'),
  },
  {
    id: 'a null that nobody explains',
    does: 'puts null where a value is missing, wrong or hidden without an error of it, which stands in `extensions.valueCompletion`',
    why: 'an error is raised where a value that cannot be null is null, and where a value is not of its type',
    section: 'GraphQL 6.4.4 Handling Execution Errors',
    example: '{ mine { name } }, where name is `String!` and the subgraph leaves it out',
    covers: (seen) => seen.kind === 'lacks error' && causesOf(seen).some(isUntold),
  },
];
