import { expect, test } from '@jest/globals';
import { temporaryFolder } from '../../journeys/continent.ts';
import { cases, FULL } from '../../oracle/config.ts';
import { run } from '../../program.ts';

type Left = { readonly heapMb: number; readonly sockets: number; readonly schemasAlive: number };
type Told = {
  readonly reloads: number;
  readonly first: Left;
  readonly last: Left;
  readonly aliveMax: number;
};

/** Both ends of a line or two that are idle in the one count and closed in the other; a leak would be as many with each generation. */
const SOCKETS_BY_CHANCE = 4;
const RELOADS = cases(20, 200);

test(
  'of many generations one after the other nothing is left: no memory, no socket, at most two alive',
  async () => {
    const program = run(
      ['test/gateway/generations/many-reloads.ts', String(RELOADS), temporaryFolder()],
      {},
    );
    const [line] = await program.says(/^\{.*\}$/m);
    expect(await program.exit).toBe(0);
    const { first, last, ...told } = JSON.parse(line) as Told;
    if (FULL) console.log(line);
    expect(told).toEqual({ reloads: RELOADS, aliveMax: 2 });
    expect(last.heapMb - first.heapMb).toBeLessThan(Math.max(10, first.heapMb / 10));
    expect(last.sockets).toBeLessThanOrEqual(first.sockets + SOCKETS_BY_CHANCE);
    expect(last.schemasAlive).toBeLessThanOrEqual(2);
  },
  cases(120_000, 900_000),
);
