import { spawnSync } from 'node:child_process';
import { availableParallelism } from 'node:os';

/** Which processors the measured process has to itself, and which the rest shares. */
export type Cores =
  | { readonly kind: 'pinned'; readonly measured: string; readonly others: string }
  | { readonly kind: 'shared'; readonly why: string };

export function chooseCores(): Cores {
  const count = availableParallelism();
  if (count < 2) return { kind: 'shared', why: 'this machine has one processor' };
  if (spawnSync('taskset', ['-c', '0', 'true']).status !== 0)
    return { kind: 'shared', why: 'taskset, which keeps a process on one processor, is not here' };
  return { kind: 'pinned', measured: '0', others: count === 2 ? '1' : `1-${count - 1}` };
}

export const measuredCore = (cores: Cores): string | null =>
  cores.kind === 'pinned' ? cores.measured : null;
export const otherCores = (cores: Cores): string | null =>
  cores.kind === 'pinned' ? cores.others : null;
