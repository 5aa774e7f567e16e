/**
 * Runs one at a time, and for all who ask meanwhile once more: each has a run that began after its own asking, and fifty who ask at once cost
 * two runs, not fifty.
 */
export function newestAlone<Result>(run: () => Promise<Result>): () => Promise<Result> {
  let running: Promise<Result> | undefined;
  let waiting: Promise<Result> | undefined;
  const start = (): Promise<Result> => {
    const mine = run().finally(() => {
      if (running === mine) running = undefined;
    });
    running = mine;
    return mine;
  };
  return () => {
    if (!running && !waiting) return start();
    waiting ??= ended(running).then(() => {
      waiting = undefined;
      return start();
    });
    return waiting;
  };
}

const ended = async (running: Promise<unknown> | undefined): Promise<void> => {
  await running?.catch(() => undefined);
};
