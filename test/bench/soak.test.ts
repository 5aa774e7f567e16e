import { expect, test } from '@jest/globals';
import { soak, verdictsOf } from '../../bench/soak/index.ts';
import { FULL } from '../oracle/config.ts';

const MINUTES = 3;
const MS_MAX = 10 * 60_000;

(FULL ? test : test.skip)(
  'three minutes under load with members that flap keep every bound',
  async () => {
    const figures = await soak({ minutes: MINUTES, clients: 8, tell: () => undefined });
    const broken = verdictsOf(figures).filter(({ holds }) => !holds);
    expect({ broken, said: figures.said }).toEqual({ broken: [], said: [] });
  },
  MS_MAX,
);
