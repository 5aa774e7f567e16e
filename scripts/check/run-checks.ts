/** One thing that must be true of the repository; gives what is not, a paragraph each. */
export type Check = {
  readonly name: string;
  readonly run: () => readonly string[] | Promise<readonly string[]>;
};

/** Runs all, the later ones too when one fails; prints a line each, then what failed. True when nothing did. */
export async function runChecks(
  checks: readonly Check[],
  print: (line: string) => void,
): Promise<boolean> {
  const failures: string[] = [];
  for (const { name, run } of checks) {
    const startedAt = performance.now();
    const faults = await faultsOf(run);
    const tookS = ((performance.now() - startedAt) / 1000).toFixed(1);
    print(`${faults.length === 0 ? 'ok    ' : 'FAILED'} ${name.padEnd(16)} ${tookS.padStart(5)} s`);
    if (faults.length > 0) failures.push(`\n${name}:\n${faults.join('\n')}`);
  }
  for (const failure of failures) print(failure);
  return failures.length === 0;
}

/** A check that breaks has failed; the others are still worth knowing. */
async function faultsOf(run: Check['run']): Promise<readonly string[]> {
  try {
    return await run();
  } catch (fault) {
    return [String(fault instanceof Error ? (fault.stack ?? fault) : fault)];
  }
}
