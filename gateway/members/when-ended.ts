/** One who waits: an object, for two may wait to run the same. */
type Waiting = { readonly run: () => void };
const waiting = new WeakMap<AbortSignal, Set<Waiting>>();

/**
 * Runs it once when the signal ends, or now where it has ended; what comes back forgets it. A signal compares each new listener with all
 * that it has, which costs a question to 54 members more than the asking; so it has one, and those who wait stand in a set.
 */
export function whenEnded(signal: AbortSignal, run: () => void): () => void {
  if (signal.aborted) {
    run();
    return () => {};
  }
  const all = waiting.get(signal) ?? openWaiting(signal);
  const own = { run };
  all.add(own);
  return () => void all.delete(own);
}

function openWaiting(signal: AbortSignal): Set<Waiting> {
  const all = new Set<Waiting>();
  waiting.set(signal, all);
  const runAll = () => {
    for (const { run } of all) run();
  };
  signal.addEventListener('abort', runAll, { once: true });
  return all;
}
