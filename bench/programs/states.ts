/** The 54 states, ISO 3166-1 alpha-2. */
export const STATES: readonly string[] = (
  'AO BF BI BJ BW CD CF CG CI CM CV DJ DZ EG ER ET GA GH GM GN GQ GW KE KM LR LS LY MA ' +
  'MG ML MR MU MW MZ NA NE NG RW SC SD SL SN SO SS ST SZ TD TG TN TZ UG ZA ZM ZW'
).split(' ');
