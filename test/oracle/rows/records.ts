import type {
  Capacity,
  DepositRow,
  EstimateRow,
  EventRow,
  OrganisationRow,
  PolicyRow,
  ProductionRow,
  SiteRow,
} from '../../../subgraphs/kit/rows.ts';
import {
  COMMODITIES,
  capacityOf,
  codes,
  common,
  mostly,
  place,
  quantity,
  share,
} from './figures.ts';
import { localized } from './hostile-texts.ts';
import { idOf, orNull, type Setting } from './setting.ts';

const isState = ({ member }: Setting) => member.code.length === 2;
const homeOf = (setting: Setting) => (isState(setting) ? setting.member.code : null);
const name = ({ chance, hot }: Setting) => orNull(chance, localized(chance, hot));
const published = ({ chance }: Setting) =>
  orNull(
    chance,
    chance.someOf(
      [
        { field: 'status', word: 'assumed active' },
        { field: 'commodityCodes', word: 'cement' },
      ],
      2,
    ),
  );

/** A record of this member, which may not be there. */
const own = ({ chance, member, most }: Setting, kind: string) =>
  orNull(chance, idOf(member.code, kind, chance.below(most + 2)));

/** A record of any member, of this one too; some are not there, and some belong to nobody who is a member. */
function anybodys({ chance, member, others, most }: Setting, kind: string): string {
  const owner = chance.happens(0.3) ? member.code : chance.oneOf([...others, ...others, 'XX']);
  return idOf(owner, kind, chance.below(most + 2));
}

/** Companies of nowhere: no legal entity has these codes. */
const COMPANIES = ['000000000000000SYN01', '000000000000000SYN02', '000000000000000SYN03'];

export function organisation(setting: Setting, id: string): OrganisationRow {
  const { chance } = setting;
  return {
    ...common(setting, id),
    name: name(setting),
    type: orNull(chance, chance.oneOf(['COMPANY', 'MINISTRY', 'STATE_AGENCY'])),
    countryCode: orNull(
      chance,
      chance.oneOf([homeOf(setting), ...setting.others.slice(0, 3), null]),
    ),
    lei: orNull(chance, chance.oneOf(COMPANIES)),
    registrationNumber: orNull(chance, `RC ${id}`),
    url: orNull(chance, 'https://register.example/org'),
  };
}

export function deposit(setting: Setting, id: string): DepositRow {
  const { chance } = setting;
  return {
    ...common(setting, id),
    name: name(setting),
    type: orNull(chance, chance.oneOf(['DEPOSIT', 'PROSPECT', 'OCCURRENCE'])),
    countryCode: homeOf(setting),
    adm1: orNull(chance, 'North'),
    location: orNull(chance, place(chance)),
    commodityCodes: codes(chance),
    depositType: orNull(chance, 'sediment-hosted'),
    published: published(setting),
  };
}

export function site(setting: Setting, id: string, shared: readonly Capacity[]): SiteRow {
  const { chance } = setting;
  const alone = chance.someOf([capacityOf(chance, null), capacityOf(chance, 'cathode')], 2);
  return {
    ...common(setting, id),
    nationalId: orNull(chance, `N ${id}`),
    otherIds: orNull(chance, [{ scheme: 'ICGLR', value: '1' }]),
    name: name(setting),
    type: orNull(chance, mostly(chance, ['MINE', 'SMELTER', 'REFINERY'])),
    status: orNull(chance, chance.oneOf(['OPERATING', 'ASSUMED_ACTIVE', 'CLOSED'])),
    statusAsOf: orNull(chance, '2018'),
    method: orNull(chance, chance.oneOf(['OPEN_PIT', 'UNDERGROUND'])),
    scale: orNull(chance, chance.oneOf(['INDUSTRIAL', 'ARTISANAL_SMALL_SCALE'])),
    location: orNull(chance, place(chance)),
    adm1: orNull(chance, 'South'),
    countryCode: homeOf(setting),
    commodityCodes: codes(chance),
    depositId: own(setting, 'deposit'),
    operatorId: own(setting, 'org'),
    owners: orNull(chance, [
      { partyId: own(setting, 'org'), percent: '33.30', role: null, from: '2020-01-01', to: null },
    ]),
    // A site that shares a capacity says so: of a shared capacity all its sites know.
    capacities: shared.length > 0 ? [...shared, ...alone] : orNull(chance, alone),
    titles: orNull(chance, [
      {
        number: 'T 1',
        type: 'exploitation licence',
        holderId: own(setting, 'org'),
        areaHa: '12.5',
      },
    ]),
    certification: orNull(chance, chance.oneOf(['GREEN', 'RED', 'NOT_INSPECTED'])),
    inspections: orNull(chance, [
      { number: 'I 1', date: '2025-05-05', result: 'GREEN', agency: 'Nobody' },
    ]),
    published: published(setting),
  };
}

const EDITIONS = ['MCS2023', 'MCS2024', 'MCS2025', 'mcs2023'];

export function estimate(setting: Setting, id: string): EstimateRow {
  const { chance } = setting;
  const level = orNull(chance, mostly(chance, ['COUNTRY', 'SITE']));
  return {
    ...common(setting, id),
    countryCode: homeOf(setting),
    level,
    commodityCode: orNull(chance, mostly(chance, COMMODITIES)),
    depositId: level === 'COUNTRY' ? null : own(setting, 'deposit'),
    unfc: orNull(chance, {
      code: 'E1;F1;G1+G2',
      class: mostly(chance, ['VIABLE', 'NON_VIABLE']),
      bridgedFrom: null,
    }),
    crirsco: orNull(
      chance,
      mostly(chance, [['PROVED', 'PROBABLE'], ['PROVED'], ['MEASURED', 'INDICATED']]),
    ),
    reportingCode: orNull(chance, mostly(chance, ['USGS_MCS', 'JORC'])),
    tonnage: orNull(chance, quantity(chance)),
    grade: orNull(chance, share(chance)),
    contained: orNull(chance, quantity(chance)),
    effectiveDate: orNull(chance, chance.oneOf(['2024', '2024-06', '2025-01-31'])),
    edition: orNull(chance, chance.oneOf(EDITIONS)),
    competentPerson: orNull(chance, 'Nobody'),
    published: published(setting),
  };
}

export function production(setting: Setting, id: string): ProductionRow {
  const { chance } = setting;
  const level = orNull(chance, mostly(chance, ['COUNTRY', 'SITE']));
  return {
    ...common(setting, id),
    countryCode: homeOf(setting),
    level,
    siteId: level === 'COUNTRY' ? null : own(setting, 'site'),
    commodityCode: orNull(chance, mostly(chance, COMMODITIES)),
    stage: orNull(chance, mostly(chance, ['MINE', 'REFINERY'])),
    year: orNull(chance, mostly(chance, [2022, 2021, 2023])),
    quantity: orNull(chance, quantity(chance)),
    value: orNull(chance, { amount: '12.50', currency: 'USD', asOf: null }),
    edition: orNull(chance, chance.oneOf(EDITIONS)),
    published: orNull(chance, [
      { field: 'commodityCodes', word: chance.oneOf(['cement', 'ammonia']) },
    ]),
  };
}

export function policy(setting: Setting, id: string): PolicyRow {
  const { chance } = setting;
  return {
    ...common(setting, id),
    title: name(setting),
    type: orNull(chance, chance.oneOf(['EXPORT_PROHIBITION', 'EXPORT_QUOTA', 'ROYALTY'])),
    status: orNull(chance, chance.oneOf(['IN_FORCE', 'REPEALED', 'SIGNED'])),
    jurisdictionCode: chance.oneOf([homeOf(setting), ...setting.others.slice(0, 2), null]),
    officialNumber: orNull(chance, `L ${id}`),
    adopted: orNull(chance, '2024-12'),
    inForceFrom: orNull(chance, chance.oneOf(['2023', '2025-02', '2025-02-15', '2025-06-01'])),
    inForceTo: orNull(chance, orNull(chance, chance.oneOf(['2026', '2025-10', '2025-10-15']))),
    checkedAt: orNull(chance, '2026-01-01'),
    commodityCodes: codes(chance),
    hsCodes: orNull(chance, ['2605', '2603']),
    stages: orNull(chance, ['MINE']),
    rates: orNull(chance, [
      { percent: '10.0', base: 'gross value' },
      { quota: quantity(chance), period: 'P1Y', amount: { amount: '0.10', currency: 'CDF' } },
    ]),
    abstract: name(setting),
    partyIds: orNull(chance, [anybodys(setting, 'org'), anybodys(setting, 'org')]),
    documents: orNull(chance, [
      { title: localized(chance, setting.hot), url: 'https://register.example/law' },
    ]),
    repealedById: orNull(chance, anybodys(setting, 'policy')),
  };
}

export function event(setting: Setting, id: string): EventRow {
  const { chance } = setting;
  return {
    ...common(setting, id),
    name: name(setting),
    startDate: orNull(chance, chance.oneOf(['2025', '2025-07', '2025-07-10', '2025-11-24'])),
    endDate: orNull(chance, chance.oneOf(['2025', '2025-07', '2025-07-15', '2026-02'])),
    city: orNull(chance, chance.oneOf(['Marrakech', 'Riyadh'])),
    countryCode: orNull(chance, chance.oneOf(['MA', 'CD', 'SA', 'ZA'])),
    venue: orNull(chance, 'Hall'),
    status: orNull(chance, chance.oneOf(['HELD', 'SCHEDULED'])),
    organizerIds: orNull(chance, [anybodys(setting, 'org')]),
    outcomeIds: orNull(
      chance,
      chance.someOf(
        [anybodys(setting, 'policy'), anybodys(setting, 'policy'), anybodys(setting, 'policy')],
        3,
      ),
    ),
    url: orNull(chance, 'https://register.example/event'),
    documents: orNull(chance, []),
  };
}
