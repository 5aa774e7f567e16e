import { unique } from './order.ts';
import type { Facility } from './sources.ts';

/** What stands where a party should and names none: crowds, kinds of share, and words that say that nobody is known. */
const NOBODY: readonly string[] = [
  '32 private sector units and 13 public sector units',
  'Alucam staff',
  'Artisanal and small scale miners (ASM)',
  'Cimentaries du Cameroon staff',
  'Common shares',
  'Cooperatives and artisanal and small scale miners (ASM)',
  'Domestic private investors',
  'General public',
  'Libanaise private interests',
  'Local Ivorian company',
  'Local cooperatives and small-scale miners',
  'Minority shareholder',
  'Namibian Broad-Based Empowerment Groupings and an Employee Empowerment Participation Scheme',
  'Other companies',
  'Other cooperatives and artisanal and small scale miners (ASM)',
  'Other interests',
  'Other investors',
  'Other',
  'Others',
  'Plant employees',
  'Primarily artisanal and small scale miners (ASM)',
  'Private Investor',
  'Private and public interests',
  'Private interests',
  'Private investors',
  'Private',
  'Public organizations',
  'Public stocks',
  'S.A. (Cimpor)',
  'SGPS',
  'Sakawe Mining Corp. employees',
  'Six public sector units and 59 private units',
  'Togolese private interests',
  'Various companies and artisanal and small scale miners (ASM)',
  'Various companies and cooperatives',
  'Various local operators',
  'Various producers',
];
/** A Congolese company that the source repeats under two other states. */
const GECAMINES = 'La Générale des Carrières et des Mines SA (Gécamines)';
/** Private persons are nobody's to list: the operator of one site, the last owner of another. */
const PERSON_OPERATES = 'TN:site:TUN019';
const PERSON_OWNS = { site: 'CD:site:COD080', sharePct: 12 };

/** A name without the marks that the source leaves of empty cells and lost brackets; null where it names no party. */
export function partyOf(name: string | undefined, country: string): string | null {
  const text = (name ?? '').replace('<null>', '').replace(/^([^[]*)\]$/, '$1');
  const isAbroad = text === GECAMINES && country !== 'CD';
  return text === '' || NOBODY.includes(text) || isAbroad ? null : text;
}

/** The parties of a state's sites. Names alike but for case, accents and marks are one. */
export function partiesOf(facilities: readonly Facility[]): readonly string[] {
  const names = facilities.flatMap((facility) =>
    namesAt(facility).flatMap((name) => partyOf(name, facility.country) ?? []),
  );
  return unique(names.map(folded));
}

const namesAt = ({ id, products }: Facility): readonly (string | undefined)[] =>
  products.flatMap(({ operator, owners = [] }) => [
    ...(id === PERSON_OPERATES ? [] : [operator]),
    ...owners
      .filter(({ sharePct }) => id !== PERSON_OWNS.site || sharePct !== PERSON_OWNS.sharePct)
      .map(({ name }) => name),
  ]);

/** The local part of a party's id: plain letters and digits, dashes for everything else. */
export const folded = (name: string): string =>
  name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '')
    .join('-');
