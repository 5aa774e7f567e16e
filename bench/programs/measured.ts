// Runs another of our programs and tells what it uses: `measured.ts PROGRAM.ts ARGUMENTS`.
import { writeFileSync } from 'node:fs';
import { Session } from 'node:inspector/promises';
import { resolve } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { pathToFileURL } from 'node:url';
import { z } from 'zod';
import { answering } from '../processes/index.ts';

const session = new Session();
const RESOLUTION_MS = 10;
const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
delay.enable();

/** How late the loop was since this was asked last. Each measured delay includes the wait that was asked for. */
function delaySinceLast(): number {
  const late = delay.percentile(99) / 1e6 - RESOLUTION_MS;
  delay.reset();
  return Math.max(0, late);
}

answering({
  /** Processor time of all threads so far, the most memory that the process has held, and how late its loop was since the last asking. */
  usage: () => {
    const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
    return {
      cpuMs: (userCPUTime + systemCPUTime) / 1000,
      peakRssMb: maxRSS / 1024,
      loopDelayP99Ms: delaySinceLast(),
    };
  },
  startProfile: async () => {
    session.connect();
    await session.post('Profiler.enable');
    await session.post('Profiler.setSamplingInterval', { interval: 500 });
    await session.post('Profiler.start');
  },
  endProfile: async (file) => {
    const { profile } = await session.post('Profiler.stop');
    session.disconnect();
    writeFileSync(z.string().parse(file), JSON.stringify(profile));
  },
});
// The channel to the bench must not keep a program alive that has ended its own work.
process.channel?.unref();

const program = resolve(process.argv[2] ?? '');
process.argv.splice(1, 2, program);
await import(pathToFileURL(program).href);
