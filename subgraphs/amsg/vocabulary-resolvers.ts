import type { GraphQLResolveInfo } from 'graphql';
import { orderKeyOfText } from '../../schema/index.ts';
import { type Resolvers, selects } from '../kit/index.ts';
import type { CommodityEntry, CountryEntry, Vocabulary } from './vocabulary.ts';

type ByCode = { readonly code: string };
type CountriesArguments = { readonly codes?: readonly string[] | null };
type CommoditiesArguments = { readonly text?: string | null; readonly critical?: string | null };

/** The common vocabularies: which countries and commodities there are, and what each is called. */
export function vocabularyResolvers(
  countries: Vocabulary<CountryEntry>,
  commodities: Vocabulary<CommodityEntry>,
): Resolvers {
  return {
    Query: {
      countries: (_parent: unknown, { codes }: CountriesArguments) =>
        countries.entries.filter(({ code }) => codes?.includes(code) ?? true),
      commodities: (_parent: unknown, { text, critical }: CommoditiesArguments) =>
        commodities.entries.filter((each) => isNamed(each, text) && isListed(each, critical)),
    },
    Country: { __resolveReference: described(countries) },
    Commodity: {
      __resolveReference: described(commodities),
      broader: ({ broader }: CommodityEntry) =>
        broader?.map((code) => commodities.byCode.get(code) ?? { code }) ?? null,
    },
  };
}

const CONTRIBUTED = ['sites', 'deposits', 'estimates', 'production', 'policies', 'events'];

/**
 * An entry by its code. What no vocabulary has is null, unless lists are asked for: AMSG's own records may speak of a country beyond the
 * continent, where it meets others.
 */
const described =
  <Entry extends object>({ byCode }: Vocabulary<Entry>) =>
  ({ code }: ByCode, _context: unknown, info: GraphQLResolveInfo): object | null => {
    const entry = byCode.get(code);
    if (entry) return { ...entry };
    return selects(info, ...CONTRIBUTED) ? { code } : null;
  };

function isNamed({ name }: CommodityEntry, text: string | null | undefined): boolean {
  if (text == null) return true;
  const sought = orderKeyOfText(text);
  return [name.en, name.fr, name.ar, name.pt].some(
    (each) => each != null && orderKeyOfText(each).includes(sought),
  );
}

const isListed = ({ criticality }: CommodityEntry, list: string | null | undefined): boolean =>
  list == null || (criticality ?? []).some((each) => each.list === list);
