/** Who asks members of the contract: our gateway on its own engine or on Apollo's, the least that the same work can cost, Apollo's own gateway. */
export type ScatterName = 'zellige' | 'stock' | 'floor' | 'apollo';
/** Who serves any supergraph: our gateway, Apollo's own gateway in its own server, and Hive Gateway. */
export type FederatedName = 'zellige' | 'stock' | 'hive';
export type GatewayName = ScatterName | FederatedName;

/** Medians over the rounds; null is not measured by this bench. Others read these names. */
export type Result = {
  readonly bench: string;
  readonly gateway: GatewayName;
  readonly cpuMsPerRequest: number | null;
  readonly rps: number | null;
  readonly p50Ms: number | null;
  readonly p99Ms: number | null;
  readonly peakRssMb: number;
  /** What only this bench tells. */
  readonly [more: string]: string | number | null;
};

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  const [below = 0, above = below] = Number.isInteger(middle)
    ? [sorted[middle - 1], sorted[middle]]
    : [sorted[Math.floor(middle)]];
  return (below + above) / 2;
}

/** Three digits that count: more would pretend to know. */
export const rounded = (value: number): number => Number(value.toPrecision(3));
