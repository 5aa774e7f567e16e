import type { OrganisationRow, Provenance, Rows } from '../../../subgraphs/index.ts';
import { inEnglish, record, slug } from '../record.ts';
import type { UsgsSite } from '../sources.ts';

/** Words of the source that stand where a party should, and name none. */
const NO_PARTIES: readonly RegExp[] = [
  /\bartisanal and small scale miners \(ASM\)$/i,
  /\bsmall-scale miners$/,
  /^Various\b/,
  /^Others?\b/,
  /^(Libanaise|Togolese|Domestic)?\s*private( and public)? (interests|investors?)$/i,
  /^Private$/,
  /^Public (organizations|stocks)$/,
  /^General public$/,
  /^Common shares$/,
  /^Minority shareholder$/,
  /^Local Ivorian company$/,
  /\b(staff|employees)$/,
  /\bunits$/,
  /^Namibian Broad-Based Empowerment Groupings\b/,
  /^(SGPS|S\.A\. \(Cimpor\))$/, // ends of one name that the source broke at its commas
];
/** Private persons: neither parties nor shown. */
const PERSONS: readonly string[] = ['Ali Ben Hassine Bou Allagui', 'Gilbert Kalamba Banika'];
/** Repeated by the source under other states by mistake. */
const ONLY_IN: Readonly<Record<string, string>> = {
  'La Générale des Carrières et des Mines SA (Gécamines)': 'CD',
};

/** A name as it should read: the source leaves marks of empty cells and lost brackets at its end. */
export const partyName = (published: string): string => {
  const name = published.replace(/<null>$/, '').trim();
  return name.includes('[') ? name : name.replace(/\]$/, '');
};

export const isPerson = (name: string): boolean => PERSONS.includes(partyName(name));

export function isParty(name: string, member: string): boolean {
  const plain = partyName(name);
  if (isPerson(plain) || NO_PARTIES.some((pattern) => pattern.test(plain))) return false;
  return (ONLY_IN[plain] ?? member) === member;
}

/** Artisanal miners and nobody else; a company of the same line makes the scale unknown. */
export const isArtisanal = (name: string): boolean =>
  /artisanal and small scale miners|small-scale miners/i.test(name) && !/companies/i.test(name);

/** Kinds of party that a name tells by itself; a name that tells nothing is a company's. */
const TYPES: readonly (readonly [RegExp, string])[] = [
  [/^Ministry\b/, 'MINISTRY'],
  [/^Governments?\b/, 'STATE_AGENCY'],
  [/^(Kuwait|Saudi Arabia|United Arab Emirates)$/, 'STATE_AGENCY'],
  [/^(Office National des Hydrocarbures|Bureau de Recherches de Participations)/, 'STATE_AGENCY'],
  [/^Agence Française de Développement/, 'STATE_AGENCY'],
  [/^Coop\b|^(CODEMIBU|DUKEREBUKE|DUTEZANYIMBERE)/, 'COOPERATIVE'],
  [/^(Entreprise|Enterprise) Nationale\b|^Office (Chérifien|Nationale)\b/, 'STATE_COMPANY'],
  [/^Empresa Nacional\b|^State Mining Corp\b|\(Government\)$/, 'STATE_COMPANY'],
  [/^La Générale des Carrières et des Mines|^Gecamines$|^SNIM$|\(SNIM\)$/, 'STATE_COMPANY'],
  [/^National Oil Corp\b|^NNPC$|^Sonatrach\b/, 'STATE_COMPANY'],
  [/^(Zimbabwe|Eritrean National) Mining (Development )?Corp\b/, 'STATE_COMPANY'],
  [/\bAssoc(\.|iation)|^Association\b|^Royal Bafokeng Nation$/, 'OTHER'],
];
const typeOf = (name: string): string =>
  TYPES.find(([pattern]) => pattern.test(name))?.[1] ?? 'COMPANY';

export type Register = {
  readonly organisations: NonNullable<Rows['Organisation']>;
  /** The id of a party by its published name; null for what names no party. */
  readonly idOf: (name: string) => string | null;
};

/** The parties that one state's sites name: names that differ in case, accents or marks alone are one party. */
export function registerOf(
  member: string,
  sites: readonly UsgsSite[],
  provenance: Provenance,
): Register {
  const byKey = new Map<string, string>();
  for (const name of namesIn(sites).filter((each) => isParty(each, member)))
    if (!byKey.has(slug(name))) byKey.set(slug(name), name);
  const ids = idsOf(member, [...byKey.keys()]);
  const organisations = [...byKey].map(
    ([key, name]): OrganisationRow => ({
      ...record(ids.get(key) ?? '', provenance),
      name: inEnglish(name),
      type: typeOf(name),
      countryCode: null,
      lei: null,
    }),
  );
  return {
    organisations,
    idOf: (name) => (isParty(name, member) ? (ids.get(slug(partyName(name))) ?? null) : null),
  };
}

/** In order of their bytes, so that the same name speaks for a party each time. */
const namesIn = (sites: readonly UsgsSite[]): readonly string[] => {
  const products = sites.flatMap((site) => site.products);
  const names = products.flatMap(({ operator, owners }) => [
    ...(operator ? [operator] : []),
    ...owners.map((owner) => owner.name),
  ]);
  return [...new Set(names.map(partyName))].sort();
};

const LOCAL_LENGTH_MAX = 64;
/** A local part holds 64 characters; a name cut to fit that meets another gets a number. */
function idsOf(member: string, keys: readonly string[]): ReadonlyMap<string, string> {
  const taken = new Set<string>();
  const ids = new Map<string, string>();
  for (const key of keys) {
    let id = cut(key, LOCAL_LENGTH_MAX);
    for (let number = 2; taken.has(id); number++)
      id = `${cut(key, LOCAL_LENGTH_MAX - String(number).length - 1)}-${number}`;
    taken.add(id);
    ids.set(key, `${member}:org:${id}`);
  }
  return ids;
}
const cut = (key: string, length: number): string => key.slice(0, length).replace(/-$/, '');
