/** What is measured: `stock` is our gateway on Apollo's engine, `floor` the least that the same work can cost, `apollo` Apollo's own gateway. */
export type GatewayName = 'stock' | 'floor' | 'apollo';

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
