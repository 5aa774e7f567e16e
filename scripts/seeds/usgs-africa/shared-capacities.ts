import type { MeasuredProduct } from './capacities.ts';

/**
 * Whose combined capacity each is: the ids of the other sites. The source names locations, which may hold several sites: of a location
 * those are meant that publish the same amount of the same product for the same year. The relation is made symmetric and whole, so that
 * a sum may count one of a group, whichever it is.
 */
export function sharersOf(
  measured: readonly MeasuredProduct[],
): ReadonlyMap<MeasuredProduct, readonly string[]> {
  const shared = new Map<MeasuredProduct, readonly string[]>();
  for (const alike of groupsOf(measured.filter(isShared)).values())
    for (const group of connected(alike))
      for (const each of group) shared.set(each, idsBut(each.site.id, group));
  return shared;
}

const isShared = ({ published }: MeasuredProduct): boolean =>
  published.capacityFlags.includes('COMBINED') || published.sharedWith.length > 0;

const idsBut = (own: string, group: readonly MeasuredProduct[]): readonly string[] =>
  [...new Set(group.map(({ site }) => site.id))].filter((id) => id !== own).sort();

/** Capacities that may be one: of one state, one commodity and product, one year, one amount. */
function groupsOf(
  measured: readonly MeasuredProduct[],
): ReadonlyMap<string, readonly MeasuredProduct[]> {
  const groups = new Map<string, readonly MeasuredProduct[]>();
  for (const each of measured) {
    const { commodity, product, year } = each.published;
    const amount = [each.value, each.unit.unit];
    const key = JSON.stringify([each.site.country, commodity, product, year, ...amount]);
    groups.set(key, [...(groups.get(key) ?? []), each]);
  }
  return groups;
}

function connected(alike: readonly MeasuredProduct[]): readonly (readonly MeasuredProduct[])[] {
  let groups: readonly (readonly MeasuredProduct[])[] = [];
  for (const each of alike) {
    const near = groups.filter((group) => group.some((other) => areOne(each, other)));
    groups = [...groups.filter((group) => !near.includes(group)), [each, ...near.flat()]];
  }
  return groups;
}

/** One names the other's location, or both lie at one, or both carry the same remark on what is combined. */
function areOne(a: MeasuredProduct, b: MeasuredProduct): boolean {
  const names = (from: MeasuredProduct, to: MeasuredProduct) =>
    from.published.sharedWith.includes(to.site.usgsId);
  const isOneRemark =
    /combination/i.test(a.published.note ?? '') && a.published.note === b.published.note;
  return names(a, b) || names(b, a) || a.site.usgsId === b.site.usgsId || isOneRemark;
}
