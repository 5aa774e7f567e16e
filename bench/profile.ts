import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Program } from './processes/index.ts';
import { type Entrant, type Pace, playRound } from './rounds.ts';

export type Profiling = {
  readonly load: Program;
  readonly folder: string;
  /** What is measured, in the names of the files. */
  readonly what: string;
  readonly pace: Pace;
  readonly tell: (line: string) => void;
};

const PROFILE = z.object({
  nodes: z.array(
    z.object({
      id: z.number(),
      callFrame: z.object({ functionName: z.string(), url: z.string() }),
    }),
  ),
  samples: z.array(z.number()),
  timeDeltas: z.array(z.number()),
});
type Profile = z.infer<typeof PROFILE>;
const FUNCTIONS_MAX = 40;

/** One more round under the profiler: tells where the time goes, by part and by function, and keeps the file for a viewer. */
export async function profileOf(entrants: readonly Entrant[], profiling: Profiling): Promise<void> {
  const { load, folder, what, pace, tell } = profiling;
  mkdirSync(folder, { recursive: true });
  for (const entrant of entrants) {
    const called = entrant.called ?? entrant.name;
    const file = join(folder, `${what}-${called.replaceAll(/\W+/g, '-')}.cpuprofile`);
    await entrant.ask('startProfile');
    const { connections, roundMs: forMs } = pace;
    const { requests } = await playRound(entrant, load, { forMs, connections });
    await entrant.ask('endProfile', file);
    const used = selfTimes(PROFILE.parse(JSON.parse(readFileSync(file, 'utf8'))));
    tell(`${what}, ${called}, ms of self time per request (${file}):`);
    for (const line of linesOf(used, requests)) tell(line);
  }
}

type Used = { readonly part: string; readonly name: string; readonly us: number };

function selfTimes({ nodes, samples, timeDeltas }: Profile): readonly Used[] {
  const frames = new Map(nodes.map((node) => [node.id, node.callFrame]));
  const used = new Map<string, Used>();
  for (const [index, id] of samples.entries()) {
    const { functionName = '', url = '' } = frames.get(id) ?? {};
    if (functionName === '(idle)' || isProfilers(functionName, url)) continue;
    const name = `${functionName || '(anonymous)'} ${shortened(url)}`;
    const us = (used.get(name)?.us ?? 0) + (timeDeltas[index] ?? 0);
    used.set(name, { part: partOf(url, functionName), name, us });
  }
  return [...used.values()].sort((a, b) => b.us - a.us);
}

/** Handing the profile over is the profiler's own work. */
const isProfilers = (functionName: string, url: string): boolean =>
  functionName === 'dispatch' && url === '';

const shortened = (url: string): string =>
  url.replace(/^.*\/node_modules\//, '').replace(/^file:.*?\/(?=(gateway|schema|bench)\/)/, '');

/** The package, our folder, or Node itself. */
function partOf(url: string, functionName: string): string {
  const packaged = /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(url)?.[1];
  if (packaged) return packaged;
  if (url.startsWith('node:')) return 'node';
  const ours = /^(.*)\/[^/]*$/.exec(shortened(url))?.[1];
  return ours ?? (functionName || 'native');
}

function linesOf(used: readonly Used[], requests: number): readonly string[] {
  const parts = new Map<string, number>();
  for (const { part, us } of used) parts.set(part, (parts.get(part) ?? 0) + us);
  const line = ([name, us]: readonly [string, number]) =>
    `  ${(us / 1000 / requests).toFixed(3).padStart(8)}  ${name}`;
  return [
    ...[...parts]
      .sort((a, b) => b[1] - a[1])
      .filter(([, us]) => us / 1000 / requests > 0.01)
      .map(line),
    '  by function:',
    ...used.slice(0, FUNCTIONS_MAX).map(({ name, us }) => line([name, us])),
  ];
}
