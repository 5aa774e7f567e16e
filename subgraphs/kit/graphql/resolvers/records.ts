import type { GraphQLFieldResolver } from 'graphql';
import type { OwnList } from '../../repository.ts';
import type { MiningTitle, OwnedType, Share } from '../../rows.ts';
import type { MemberContext } from '../context.ts';
import { ownPageAskOf } from '../page-ask.ts';
import type { ShownRow } from '../public-view.ts';
import { totalOf } from './lists.ts';

type OwnArguments = { readonly first?: number | null; readonly after?: string | null };

/** Fields that lead from a record to other records of the same member. */
export const recordResolvers = {
  Organisation: { sites: ownList('sites', { type: 'Site', by: 'operatorId' }) },
  Deposit: {
    sites: ownList('sites', { type: 'Site', by: 'depositId' }),
    estimates: ownList('estimates', { type: 'ResourceEstimate', by: 'depositId' }),
  },
  Site: {
    deposit: reference('Deposit', (row: ShownRow) => row.depositId),
    operator: reference('Organisation', (row: ShownRow) => row.operatorId),
    production: ownList('production', { type: 'ProductionRecord', by: 'siteId' }),
  },
  Share: { party: reference('Organisation', (share: Share) => share.partyId) },
  MiningTitle: { holder: reference('Organisation', (title: MiningTitle) => title.holderId) },
  ResourceEstimate: { deposit: reference('Deposit', (row: ShownRow) => row.depositId) },
  ProductionRecord: { site: reference('Site', (row: ShownRow) => row.siteId) },
};

function reference<Holder>(
  type: OwnedType,
  idOf: (holder: Holder) => unknown,
): GraphQLFieldResolver<Holder, MemberContext> {
  return (holder, _args, { loaders }) => {
    const id = idOf(holder);
    return typeof id === 'string' ? loaders.record(type, id) : null;
  };
}

/** A record's own list; null where it is withheld with the record, or by name. */
function ownList(
  name: string,
  ownList: OwnList,
): GraphQLFieldResolver<ShownRow, MemberContext, OwnArguments> {
  return async (row, args, { loaders, spendRows }, info) => {
    if (row[name] === null) return null;
    spendRows(0);
    const page = await loaders.ownPage({ list: ownList, ask: ownPageAskOf(args, info) }, row.id);
    spendRows(page.rows.length);
    return { nodes: page.rows, hasMore: page.hasMore, total: totalOf(page.total) };
  };
}
