export { chainOf } from './chain.ts';
export { type Composed, composed, expectedOf } from './composed.ts';
export { type WorkloadName, workloadNamed } from './named.ts';
export { federated, type Part, type Workload } from './workload.ts';
