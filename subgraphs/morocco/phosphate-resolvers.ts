import type { MemberContext, Resolvers } from '../kit/index.ts';
import type { ComplexRow } from './complex-table.ts';
import type { Complexes } from './open-complexes.ts';

type Site = { readonly id: string };

/** The grade of Morocco's phosphate, on its own sites. */
export function phosphateResolvers(complexes: Complexes): Resolvers {
  const inRequest = oncePerRequest(complexes.all);
  const complexOf = async ({ id }: Site, context: MemberContext) =>
    (await inRequest(context)).find(({ siteIds }) => siteIds.includes(id));
  return {
    Query: {
      ma_phosphateComplexes: (_parent: unknown, _args: unknown, context: MemberContext) =>
        inRequest(context),
    },
    Site: {
      ma_phosphateComplex: async (site: Site, _args: unknown, context: MemberContext) =>
        (await complexOf(site, context)) ?? null,
      ma_phosphateGrade: async (site: Site, _args: unknown, context: MemberContext) =>
        (await complexOf(site, context))?.productGrade ?? null,
    },
    MaPhosphateComplex: {
      sites: async ({ siteIds }: ComplexRow, _args: unknown, { loaders }: MemberContext) => {
        const sites = await Promise.all(siteIds.map((id) => loaders.record('Site', id)));
        return sites.filter((site) => site !== null);
      },
    },
  };
}

/** However many sites of a request ask, the table is read once. */
function oncePerRequest<Value>(read: () => Promise<Value>): (request: object) => Promise<Value> {
  const reads = new WeakMap<object, Promise<Value>>();
  return (request) => {
    const reading = reads.get(request) ?? read();
    reads.set(request, reading);
    return reading;
  };
}
