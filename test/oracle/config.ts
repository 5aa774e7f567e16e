/** `npm run test:full` sets FULL=1: as many cases as reliability.md names; without it a part of them, which ends within seconds. */
export const FULL: boolean = process.env.FULL === '1';

/** The number of cases of a property: `few` in `npm test`, `many` in `npm run test:full`. */
export const cases = (few: number, many: number): number => (FULL ? many : few);
