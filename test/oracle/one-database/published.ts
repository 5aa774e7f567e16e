import type { Complex, Described, Entry, Published } from '../rows/vocabulary.ts';
import type { Database } from './database.ts';
import type { Resolvers } from './oracle.ts';
import type { Row } from './tables.ts';
import { bytesOf } from './text.ts';

/** What AMSG says of countries and commodities, and Morocco of its own sites; nothing where they are silent. */
export function publishedResolvers(
  { silent, tables, members }: Database,
  { countries, commodities, complexes }: Published,
): Resolvers {
  const isHeard = (code: string) => !silent.has(code) && members.some((each) => each.code === code);
  const heard =
    <Arguments, Value>(code: string, answer: (args: Arguments) => Value) =>
    (_: unknown, args: Arguments) => {
      if (isHeard(code)) return answer(args);
      throw new Error(`${code} did not answer.`);
    };
  const complexOf = ({ id, home }: Row) =>
    home ? complexes.find(({ siteIds }) => siteIds.includes(id)) : null;
  return {
    Query: {
      countries: heard('AMSG', chosenCountries(countries)),
      commodities: heard('AMSG', chosenCommodities(commodities)),
      ma_phosphateComplexes: heard('MA', () => complexes.toSorted(byName)),
    },
    Country: described(isHeard('AMSG') ? countries : []),
    Commodity: {
      ...described(isHeard('AMSG') ? commodities : []),
      broader: ({ code }: Described) =>
        broaderOf(isHeard('AMSG') ? commodities : [], code)?.map((each) => ({ code: each })),
    },
    Site: {
      ma_phosphateGrade: (site: Row) => complexOf(site)?.productGrade,
      ma_phosphateComplex: complexOf,
    },
    MaPhosphateComplex: {
      sites: ({ siteIds }: Complex) => siteIds.flatMap((id) => tables.find(id)?.row ?? []),
    },
  };
}

const broaderOf = (commodities: readonly Entry[], code: unknown) =>
  commodities.find((each) => each.code === code)?.broader as readonly string[] | null | undefined;

/** Each field read from the entry of that code; nothing where the vocabulary has none. */
function described(entries: readonly Entry[]) {
  const names = new Set(
    entries.flatMap((entry) => Object.keys(entry)).filter((name) => name !== 'code'),
  );
  const read =
    (name: string) =>
    ({ code }: Described) =>
      entries.find((each) => each.code === code)?.[name];
  return Object.fromEntries([...names].map((name) => [name, read(name)]));
}

const byName = (a: Complex, b: Complex) =>
  Buffer.compare(bytesOf(String(a.name)), bytesOf(String(b.name)));
const byCode = (a: { readonly code: string }, b: { readonly code: string }) =>
  Buffer.compare(Buffer.from(a.code), Buffer.from(b.code));

type CountryArguments = { readonly codes?: readonly string[] | null };
const chosenCountries =
  (countries: readonly Entry[]) =>
  ({ codes }: CountryArguments) =>
    countries.filter(({ code }) => codes?.includes(code) ?? true).toSorted(byCode);

type CommodityArguments = { readonly text?: string | null; readonly critical?: string | null };
const chosenCommodities =
  (commodities: readonly Entry[]) =>
  ({ text, critical }: CommodityArguments) => {
    const holds = (name: unknown) =>
      typeof name === 'string' && bytesOf(name).includes(bytesOf(text ?? ''));
    const isNamed = (entry: Described) => text == null || namesOf(entry).some(holds);
    const isListed = (entry: Described) =>
      critical == null ||
      (entry.criticality as readonly { list: string }[]).some(({ list }) => list === critical);
    return commodities.filter((entry) => isNamed(entry) && isListed(entry)).toSorted(byCode);
  };

function namesOf({ name }: Described): readonly unknown[] {
  const { en, fr, ar, pt } = name as Described;
  return [en, fr, ar, pt];
}
