// Runs another of our programs and tells what it holds: `watched.ts PROGRAM.ts ARGUMENTS`.
import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { pathToFileURL } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { answering } from '../processes/index.ts';

const RESOLUTION_MS = 10;
const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
setFlagsFromString('--expose-gc');
const collect: () => void = runInNewContext('gc');

const MEGABYTE = 2 ** 20;
/** What is in use, garbage included; the peak is the system's, which sees what comes and goes between two samples too. */
const usedNow = () => {
  const { heapUsed, external } = process.memoryUsage();
  return (heapUsed + external) / MEGABYTE;
};
const peakNow = () => process.resourceUsage().maxRSS / 1024;
const held = { peak: 0, first: 0, most: 0 };
const SAMPLE_MS = 2;
let sampling: NodeJS.Timeout | undefined;

const unhandled: string[] = [];
process.on('unhandledRejection', (reason) => unhandled.push(String(reason)));

answering({
  /** Processor time of all threads so far. */
  cpuMs: () => {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1_000;
  },
  /** Megabytes in use behind a full collection, which is none of the program's own delays. */
  heap: () => {
    delay.disable();
    collect();
    const { heapUsed } = process.memoryUsage();
    delay.enable();
    return heapUsed / MEGABYTE;
  },
  /** Looks at what the process holds, until it is asked how much that was. */
  watchHeld: () => {
    collect();
    held.peak = peakNow();
    held.first = usedNow();
    held.most = held.first;
    clearInterval(sampling);
    sampling = setInterval(() => {
      held.most = Math.max(held.most, usedNow());
    }, SAMPLE_MS).unref();
  },
  /** Megabytes that it held meanwhile at most, beyond what it held at first or had ever held. */
  heldMore: () => {
    clearInterval(sampling);
    return Math.max(held.most - held.first, peakNow() - held.peak);
  },
  /** Megabytes that it has held since its start, at most. */
  peakRssMb: peakNow,
  /** Sockets, timers and handles by their kinds, and open files where the system tells them. */
  resources: () => {
    const counts: Record<string, number> = {};
    for (const kind of process.getActiveResourcesInfo()) counts[kind] = (counts[kind] ?? 0) + 1;
    return process.platform === 'linux'
      ? { ...counts, openFiles: readdirSync('/proc/self/fd').length }
      : counts;
  },
  forgetDelay: () => {
    delay.enable();
    delay.reset();
  },
  /** Each measured delay includes the wait that was asked for. */
  delay: () => {
    const beyond = (ns: number) => Math.max(0, ns / 1e6 - RESOLUTION_MS);
    return {
      p50Ms: beyond(delay.percentile(50)),
      p99Ms: beyond(delay.percentile(99)),
      maxMs: beyond(delay.max),
    };
  },
  unhandled: () => unhandled,
});
// The channel to the bench must not keep a program alive that has ended its own work.
process.channel?.unref();

const program = resolve(process.argv[2] ?? '');
process.argv.splice(1, 2, program);
await import(pathToFileURL(program).href);
