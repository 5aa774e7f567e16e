import type { LocalizedText } from '../../../subgraphs/kit/rows.ts';
import { type Chance, chanceOf } from '../chance.ts';
import { HOSTILE_TEXTS } from './hostile-texts.ts';

/** The 54 member states of the African Union that publish, and the body that keeps what is common. */
export const STATES: readonly string[] =
  'MA CD ZM ZA DZ AO BJ BW BF BI CV CM CF TD KM CG CI DJ EG GQ ER SZ ET GA GM GH GN GW KE LS LR LY MG MW ML MR MU MZ NA NE NG RW ST SN SC SL SO SS SD TZ TG TN UG ZW'.split(
    ' ',
  );
export const BODY = 'AMSG';

export type MemberOfWorld = {
  readonly code: string;
  readonly modules: readonly ('MINERALS' | 'POLICIES' | 'EVENTS')[];
};

/** What the records of one member are made of: whose they are, who else there is, and the few texts on which many of them tie. */
export type Setting = {
  readonly chance: Chance;
  readonly member: MemberOfWorld;
  readonly others: readonly string[];
  readonly hot: readonly string[];
  readonly most: number;
};

/** The first states of the list and, in most worlds, the body; now and then a state offers not all modules. */
export function membersOf(seed: string, states: number, withBody: boolean): MemberOfWorld[] {
  const chance = chanceOf(`members ${seed}`);
  const all = ['MINERALS', 'POLICIES', 'EVENTS'] as const;
  const chosen = STATES.slice(0, states).map((code) => ({
    code,
    modules: chance.happens(0.85) ? all : all.filter(() => chance.happens(0.5)),
  }));
  const body = { code: BODY, modules: ['POLICIES', 'EVENTS'] as const };
  return withBody ? [...chosen, body] : chosen;
}

/** Hot texts are the world's, not the member's: ties go across members. */
export const hotTexts = (seed: string): readonly string[] =>
  chanceOf(`texts ${seed}`).shuffled(HOSTILE_TEXTS).slice(0, 9);

/** Local parts of ids that only their bytes tell apart or order. */
export const localOf = (place: number): string =>
  ['a', 'A', 'a-', 'a.', 'a_', 'a0', '-', 'Z', 'z'][place] ?? `${place % 2 ? 'r' : 'R'}${place}`;

export const idOf = (member: string, kind: string, place: number): string =>
  `${member}:${kind}:${localOf(place)}`;

/** Null one time in five. */
export const orNull = <Value>(chance: Chance, value: Value): Value | null =>
  chance.happens(0.2) ? null : value;

/** How a generated member calls itself. */
export const operatorOf = (code: string): LocalizedText => ({
  en: `${code} register (generated)`,
  originalLanguage: 'EN',
});
