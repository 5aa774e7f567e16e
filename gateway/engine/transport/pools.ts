import { Pool } from 'undici';

export type PoolLimits = {
  /** To one origin, at a time, each with one request. */
  readonly connectionsMax: number;
  readonly answerBytesMax: number;
  readonly headerBytesMax: number;
};

export type Pools = {
  /** One for each origin, whoever asks there. */
  readonly at: (origin: string) => Pool;
  readonly close: () => Promise<void>;
};

export function openPools(limits: PoolLimits): Pools {
  const pools = new Map<string, Pool>();
  return {
    at: (origin) => {
      const pool = pools.get(origin) ?? new Pool(origin, optionsFor(limits));
      pools.set(origin, pool);
      return pool;
    },
    close: async () => {
      await Promise.all([...pools.values()].map((each) => each.destroy()));
    },
  };
}

/** How long an answer may take is the deadline's matter, total and not idle; hence no such time here. */
const optionsFor = ({ connectionsMax, answerBytesMax, headerBytesMax }: PoolLimits) => ({
  connections: connectionsMax,
  pipelining: 1,
  maxResponseSize: answerBytesMax,
  maxHeaderSize: headerBytesMax,
  headersTimeout: 0,
  bodyTimeout: 0,
});
