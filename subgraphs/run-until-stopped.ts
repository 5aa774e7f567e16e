type Closeable = { readonly close: () => Promise<void> };

/** What is not closed by then is left to the system. */
const CLOSE_MS_MOST = 1_800;

/**
 * Runs a program until SIGINT, SIGTERM, or until the process that started it goes away. What keeps it from starting is one sentence and
 * exit code 1. Stopped while it starts, it ends at once: whatever it writes then, it writes whole or not at all.
 */
export async function runUntilStopped(start: () => Promise<Closeable>): Promise<void> {
  let close = () => Promise.resolve();
  let isStopping = false;
  const stop = () => {
    if (isStopping) return;
    isStopping = true;
    setTimeout(() => process.exit(0), CLOSE_MS_MOST);
    void close().finally(() => process.exit(0));
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'disconnect']) process.on(signal, stop);
  try {
    const running = await start();
    close = running.close;
  } catch (fault) {
    process.stderr.write(`${fault instanceof Error ? fault.message : String(fault)}\n`);
    process.exit(1);
  }
}
