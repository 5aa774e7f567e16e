import type { GraphQLFieldResolver } from 'graphql';
import type { Aggregate, Filter } from '../../repository.ts';
import type { OwnedType } from '../../rows.ts';
import type { MemberContext } from '../context.ts';
import { filterOf, pageSizeOf } from '../page-ask.ts';
import { recordKindOf } from '../record-kind.ts';
import { ifOffered, list } from './lists.ts';
import { describeMembers } from './members.ts';

type Resolve<Args> = GraphQLFieldResolver<unknown, MemberContext, Args>;
type AggregateArguments = {
  readonly filter?: Filter | null;
  readonly by?: readonly string[] | null;
};

/** Sums and counts, as parts that the gateway adds. */
const aggregate = (which: Aggregate, type: OwnedType): Resolve<AggregateArguments> =>
  ifOffered(type, async (_parent, { filter, by }, { repository }) => ({
    rows: await repository.aggregate(which, filterOf(filter), by ?? []),
  }));

const record: Resolve<{ readonly id: string }> = async (_parent, { id }, { loaders }) => {
  const kind = recordKindOf(id);
  const row = kind && (await loaders.record(kind.type, id));
  return row ? { id, [kind.field]: row } : null;
};

type ChangesArguments = {
  readonly owner: string;
  readonly after?: number | null;
  readonly first?: number | null;
};
const CHANGES_PAGE_SIZE = 100;

/** This member's changes; null for another's, which it does not know. */
const changes: Resolve<ChangesArguments> = async (_parent, args, { profile, repository }) => {
  if (args.owner !== profile.code) return null;
  const after = args.after ?? 0;
  const found = await repository.changes(after, pageSizeOf(args.first ?? CHANGES_PAGE_SIZE));
  return { ...found, last: found.changes.at(-1)?.sequence ?? after };
};

export const queryResolvers = {
  Query: {
    members: describeMembers,
    organisations: list('Organisation'),
    deposits: list('Deposit'),
    sites: list('Site'),
    estimates: list('ResourceEstimate'),
    production: list('ProductionRecord'),
    policies: list('Policy'),
    events: list('Event'),
    productionTotals: aggregate('productionTotals', 'ProductionRecord'),
    estimateTotals: aggregate('estimateTotals', 'ResourceEstimate'),
    capacityTotals: aggregate('capacityTotals', 'Site'),
    siteCounts: aggregate('siteCounts', 'Site'),
    policyCounts: aggregate('policyCounts', 'Policy'),
    record,
    changes,
  },
};
