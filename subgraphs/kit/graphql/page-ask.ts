import type { GraphQLResolveInfo } from 'graphql';
import { type OrderBy, PAGE, parsePosition } from '../../../schema/index.ts';
import type { Filter, OwnPageAsk, PageAsk } from '../repository.ts';
import { refusal } from './refusal.ts';
import { selects } from './selection.ts';

/** Arguments of a list over members, as GraphQL has checked them against the contract. */
export type ListArguments = {
  readonly filter?: Filter | null;
  readonly orderBy?: readonly OrderBy[] | null;
  readonly first?: number | null;
  readonly after?: unknown;
};

/** The page that is asked for, or a refusal: BAD_CURSOR, PAGE_SIZE. */
export function pageAskOf(args: ListArguments, info: GraphQLResolveInfo): PageAsk {
  const orderBy = args.orderBy ?? [];
  const after = args.after == null ? undefined : parsePosition(args.after, orderBy);
  if (args.after != null && after === undefined) throw refusal('BAD_CURSOR');
  return {
    filter: filterOf(args.filter),
    orderBy,
    first: pageSizeOf(args.first ?? PAGE.default),
    ...(after && { after }),
    wantsTotal: selects(info, 'total'),
  };
}

const OWN_PAGE_SIZE = 20;

/** The page of a record's own list that is asked for. */
export function ownPageAskOf(
  args: { readonly first?: number | null; readonly after?: string | null },
  info: GraphQLResolveInfo,
): OwnPageAsk {
  return {
    first: pageSizeOf(args.first ?? OWN_PAGE_SIZE),
    ...(args.after != null && { after: args.after }),
    wantsTotal: selects(info, 'total'),
  };
}

export function pageSizeOf(first: number): number {
  if (first < PAGE.least || first > PAGE.most) throw refusal('PAGE_SIZE');
  return first;
}

/** A filter without nulls, which mean the same as nothing: in it and in its inputs (a box, a range of years). */
export const filterOf = (filter: Filter | null | undefined): Filter =>
  Object.fromEntries(
    Object.entries(filter ?? {}).flatMap(([name, value]) => {
      if (value == null) return [];
      return [[name, isInput(value) ? filterOf(value) : value]];
    }),
  );

const isInput = (value: unknown): value is Filter =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
