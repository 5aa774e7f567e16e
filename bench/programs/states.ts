/** The 54 states, ISO 3166-1 alpha-2. */
const STATES: readonly string[] = (
  'AO BF BI BJ BW CD CF CG CI CM CV DJ DZ EG ER ET GA GH GM GN GQ GW KE KM LR LS LY MA ' +
  'MG ML MR MU MW MZ NA NE NG RW SC SD SL SN SO SS ST SZ TD TG TN TZ UG ZA ZM ZW'
).split(' ');

/** So many codes of members: the states first, then of two letters too, for longer ones are of bodies, which hold no sites. */
export const codesOf = (count: number): readonly string[] => [...STATES, ...OTHERS].slice(0, count);

const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
const OTHERS = LETTERS.flatMap((first) => LETTERS.map((second) => `${first}${second}`)).filter(
  (code) => !STATES.includes(code),
);
