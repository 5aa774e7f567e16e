import type { Profile } from '../../../subgraphs/kit/profile.ts';
import type { Write } from '../../../subgraphs/kit/repository.ts';
import type { Rows, RowsByType } from '../../../subgraphs/kit/rows.ts';
import { chanceOf } from '../chance.ts';
import { sharedCapacities } from './figures.ts';
import { deposit, estimate, event, organisation, policy, production, site } from './records.ts';
import { hotTexts, idOf, type MemberOfWorld, membersOf, type Setting } from './setting.ts';

/** The members of a generated world, each with all that it has written so far, oldest first. Everything in it is `synthetic: true`. */
export type GeneratedWorld = {
  readonly seed: string;
  readonly members: readonly (MemberOfWorld & Says & { readonly writes: readonly Write[] })[];
};

/** What a member says of itself, where it is not as generated members say. */
export type Says = { readonly says?: Pick<Profile, 'operator' | 'licence' | 'contact'> };

/** How large a world is: how many states, and how many records of a type a member has at most. */
export type Size = { readonly states: number; readonly most: number; readonly withBody: boolean };

export const generateWorld = (seed: string, { states, most, withBody }: Size): GeneratedWorld =>
  worldOf(seed, membersOf(seed, states, withBody), most);

/** The records of these members, each of whom may name the others'. */
export function worldOf(
  seed: string,
  members: readonly MemberOfWorld[],
  most: number,
): GeneratedWorld {
  const hot = hotTexts(seed);
  const settings = members.map((member) => ({
    member,
    hot,
    most,
    chance: chanceOf(`${seed} ${member.code}`),
    others: members.map(({ code }) => code).filter((code) => code !== member.code),
  }));
  return {
    seed,
    members: settings.map((setting) => ({ ...setting.member, writes: writesOf(setting) })),
  };
}

/** Records put one type after another; then some of them corrected and some deleted. */
function writesOf(setting: Setting): readonly Write[] {
  const { chance } = setting;
  const created = puts(recordsOf(setting));
  const again = new Map(puts(recordsOf(setting)).map((write) => [write.put.id, write]));
  const touched = created.flatMap((first): readonly Write[] => {
    const later = again.get(first.put.id);
    if (chance.happens(0.1)) return [{ type: first.type, remove: first.put.id, at: DELETED_AT }];
    return later && chance.happens(0.06) ? [corrected(first, later)] : [];
  });
  return [...created, ...touched];
}

const DELETED_AT = '2026-04-01T00:00:00.000000Z';
const CORRECTED_AT = '2026-03-30T00:00:00.000000Z';

type Put = Extract<Write, { readonly put: unknown }>;

/** The sites of a shared capacity are corrected together or not at all, so capacities stay as they were. */
function corrected(first: Put, later: Put): Write {
  const put = { ...later.put, revision: 2, updatedAt: CORRECTED_AT };
  const kept = 'capacities' in first.put ? { ...put, capacities: first.put.capacities } : put;
  return { type: first.type, put: kept } as Write;
}

function puts(rows: Rows): readonly Put[] {
  return Object.entries(rows).flatMap(([type, list]) =>
    (list ?? []).map((put) => ({ type, put }) as Put),
  );
}

function recordsOf(setting: Setting): Rows {
  const { modules } = setting.member;
  const minerals = modules.includes('MINERALS') ? mineralsOf(setting) : {};
  return {
    Organisation: many(setting, 'org', organisation),
    ...minerals,
    ...(modules.includes('POLICIES') && { Policy: many(setting, 'policy', policy) }),
    ...(modules.includes('EVENTS') && { Event: many(setting, 'event', event) }),
  };
}

function mineralsOf(setting: Setting): Rows {
  const sites = idsOf(setting, 'site');
  const shared = sharedCapacities(setting.chance, sites);
  return {
    Deposit: many(setting, 'deposit', deposit),
    Site: sites.map((id) => site(setting, id, shared.get(id) ?? [])),
    ResourceEstimate: withEditions(setting, many(setting, 'estimate', estimate), ESTIMATE_FIGURE),
    ProductionRecord: withEditions(
      setting,
      many(setting, 'production', production),
      PRODUCTION_FIGURE,
    ),
  };
}

/** What names a figure; the rest may differ from edition to edition. */
const PRODUCTION_FIGURE = [
  'level',
  'siteId',
  'commodityCode',
  'published',
  'stage',
  'year',
] as const;
const ESTIMATE_FIGURE = [
  'level',
  'depositId',
  'commodityCode',
  'published',
  'reportingCode',
  'unfc',
  'crirsco',
] as const;

/** Every other figure is one more edition of the one before it, with a number and now and then a unit or basis of its own. */
function withEditions<Row extends object>(
  { chance }: Setting,
  rows: readonly Row[],
  figure: readonly (keyof Row)[],
): readonly Row[] {
  const done: Row[] = [];
  for (const row of rows) {
    const before = done.at(-1);
    const alike = before ? figure.map((name) => [name, before[name]]) : [];
    done.push(chance.happens(0.5) ? { ...row, ...Object.fromEntries(alike) } : row);
  }
  return done;
}

type Make<Row> = (setting: Setting, id: string) => Row;
const many = <Row extends RowsByType[keyof RowsByType]>(
  setting: Setting,
  kind: string,
  make: Make<Row>,
): readonly Row[] => idsOf(setting, kind).map((id) => make(setting, id));

/** As many as `most` in one member of three; the others hold fewer, or none. */
function idsOf({ chance, member, most }: Setting, kind: string): readonly string[] {
  const count = chance.happens(0.3) ? most : chance.below(most + 1);
  return Array.from({ length: count }, (_, place) => idOf(member.code, kind, place));
}
