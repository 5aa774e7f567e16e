import type { GraphQLFieldResolver } from 'graphql';
import { CONTRACT_VERSION } from '../../../../schema/index.ts';
import type { MemberContext } from '../context.ts';

type MembersArguments = { readonly owners?: readonly string[] | null };

/** What this member says of itself, alone in its list; none where others are asked for. */
export const describeMembers: GraphQLFieldResolver<unknown, MemberContext, MembersArguments> = (
  _parent,
  { owners },
  context,
) => ({ list: owners?.includes(context.profile.code) === false ? [] : [described(context)] });

const described = ({ profile, repository, now }: MemberContext) => ({
  ...profile,
  contractVersion: CONTRACT_VERSION,
  database: repository.database,
  asOf: now.toISOString(),
  // A function, so that the records are counted only where the counts are asked for.
  counts: () => repository.counts(),
});
