import type { GraphQLFieldResolver } from 'graphql';
import { type Module, ownershipOf, writePosition } from '../../../../schema/index.ts';
import type { Page, ParentKind } from '../../repository.ts';
import type { OwnedType } from '../../rows.ts';
import type { MemberContext } from '../context.ts';
import { CONTRACT } from '../contract.ts';
import { type ListArguments, pageAskOf } from '../page-ask.ts';
import type { ShownRow } from '../public-view.ts';
import { refusal } from '../refusal.ts';

type Resolve<Parent, Args> = GraphQLFieldResolver<Parent, MemberContext, Args>;

/** A list of this member's records, as a connection. */
export const list = (type: OwnedType): Resolve<unknown, ListArguments> =>
  ifOffered(type, async (_parent, args, context, info) =>
    connectionOf(await context.reader.page(type, pageAskOf(args, info)), context),
  );

/** The same under a country, a commodity or a company, which are gathered over all that are asked for. */
export const listUnder = <Parent>(
  type: OwnedType,
  parent: ParentKind,
  keyOf: (parent: Parent) => string,
): Resolve<Parent, ListArguments> =>
  ifOffered(type, async (holder, args, context, info) => {
    const under = { type, parent, ask: pageAskOf(args, info) };
    context.spendRows(0);
    return connectionOf(await context.loaders.pageUnder(under, keyOf(holder)), context);
  });

/** A member says so where it does not offer the module of a type: no rows would say that there are none. */
export const ifOffered =
  <Parent, Args>(type: OwnedType, resolve: Resolve<Parent, Args>): Resolve<Parent, Args> =>
  (parent, args, context, info) => {
    const { module } = ownershipOf(CONTRACT, type);
    if (!offers(context, module)) throw refusal('MODULE_NOT_OFFERED');
    return resolve(parent, args, context, info);
  };

const offers = ({ profile }: MemberContext, module: Module | undefined): boolean =>
  module === undefined || profile.modules.includes(module);

function connectionOf({ rows, hasNextPage, total }: Page<ShownRow>, { spendRows }: MemberContext) {
  spendRows(rows.length);
  return {
    edges: rows.map(({ position, row }) => ({ cursor: writePosition(position), node: row })),
    pageInfo: { hasNextPage },
    total: totalOf(total),
  };
}

/** A member's count of its own rows is the count. */
export const totalOf = (count: number | null) =>
  count === null ? null : { count, precision: 'EXACT' };
