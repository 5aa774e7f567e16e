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
    return heapUsed / 2 ** 20;
  },
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
    return { p50Ms: beyond(delay.percentile(50)), p99Ms: beyond(delay.percentile(99)) };
  },
  unhandled: () => unhandled,
});
// The channel to the bench must not keep a program alive that has ended its own work.
process.channel?.unref();

const program = resolve(process.argv[2] ?? '');
process.argv.splice(1, 2, program);
await import(pathToFileURL(program).href);
