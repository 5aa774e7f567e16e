import type { GeneratedWorld } from '../rows/generate-world.ts';

export type OracleMember = GeneratedWorld['members'][number];

/** A list of the contract as the oracle asks for it: the module that its records are in, and whether their country is their owner. */
export type Asked = {
  readonly module: 'MINERALS' | 'POLICIES' | 'EVENTS' | undefined;
  readonly atHome: boolean;
  readonly owners: readonly string[] | null | undefined;
  readonly countries: readonly string[] | null | undefined;
  /** The country on which the list stands, if it stands on one. */
  readonly country: string | undefined;
};

/** Members whose records are not to be had, each with the reason. */
export type Silent = ReadonlyMap<string, string>;

export type Coverage = {
  readonly complete: boolean;
  readonly answered: readonly string[];
  readonly missing: readonly { readonly member: string; readonly reason: string }[];
};

/** Who could hold a row of it: nobody whose records were not asked for and, where a record's country is its owner, only the states asked for. */
function mayHold(code: string, { atHome, owners, countries, country }: Asked): boolean {
  const isWanted = (codes: readonly string[] | null | undefined) => !codes || codes.includes(code);
  if (!isWanted(owners)) return false;
  if (!atHome) return true;
  const isState = code.length === 2;
  return isState && isWanted(countries) && isWanted(country === undefined ? null : [country]);
}

export function coverageOf(
  members: readonly OracleMember[],
  silent: Silent,
  asked: Asked,
): Coverage & { readonly nobodyAnswered: boolean } {
  const able = members
    .filter(({ code }) => mayHold(code, asked))
    .toSorted((a, b) => (a.code < b.code ? -1 : 1));
  const offers = ({ modules }: OracleMember) => !asked.module || modules.includes(asked.module);
  const missing = able.flatMap((member) => {
    if (!offers(member)) return [{ member: member.code, reason: 'MODULE_NOT_OFFERED' }];
    const reason = silent.get(member.code);
    return reason === undefined ? [] : [{ member: member.code, reason }];
  });
  const answered = able
    .filter((member) => offers(member) && !silent.has(member.code))
    .map(({ code }) => code);
  const nobodyAnswered = answered.length === 0 && able.some(offers);
  return { complete: missing.length === 0, answered, missing, nobodyAnswered };
}
