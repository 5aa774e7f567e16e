import { chain } from './chain.ts';
import { large } from './large.ts';
import { shipments } from './shipments.ts';
import { shop } from './shop.ts';
import type { Workload } from './workload.ts';

const WORKLOADS = { shop, large, chain, shipments } as const satisfies Readonly<
  Record<string, Workload>
>;
export type WorkloadName = keyof typeof WORKLOADS;

/** Programs are given a workload by its name. */
export function workloadNamed(name: string): Workload {
  const workload = Object.hasOwn(WORKLOADS, name) ? WORKLOADS[name as WorkloadName] : undefined;
  if (workload) return workload;
  throw new Error(`Expected one of ${Object.keys(WORKLOADS).join(', ')}, got "${name}".`);
}
