import { mergeInto, type Run, type Step, type Types } from '../execute/index.ts';

/** Runs each part of an operation on data of its own, where it sees nothing that another one required; what comes is one answer. */
export async function runParts(
  steps: readonly Step[],
  open: () => Run,
  { isObjectType }: Pick<Types, 'isObjectType'>,
): Promise<Run> {
  const [first, ...others] = await Promise.all(steps.map((step) => runOn(step, open())));
  if (!first) return open();
  for (const { data, errors, shares } of others) {
    first.shares ||= shares;
    mergeInto(first.data, data, { isObjectType, run: first });
    first.errors.push(...errors.filter((error) => !isAmong(first.errors, error)));
  }
  return first;
}

async function runOn(step: Step, run: Run): Promise<Run> {
  await step(run);
  return run;
}

/** What fails on the way to several parts is told once. */
const isAmong = (errors: Run['errors'], { message, path }: Run['errors'][number]): boolean =>
  errors.some((each) => each.message === message && String(each.path) === String(path));
