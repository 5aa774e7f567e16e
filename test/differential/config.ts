/** `npm run test:full` sets FULL=1: as many cases as the engine's acceptance asks for; without it some hundreds. */
export const FULL: boolean = process.env.FULL === '1';

/** One case to run alone, as a failure names it: `CASE="world 3/17"`. */
export const ONLY: string | undefined = process.env.CASE;

export const cases = (few: number, many: number): number => (FULL ? many : few);
