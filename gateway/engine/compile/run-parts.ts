import { mergeInto, type Run, type Step, type Types } from '../execute/index.ts';

/** Runs each part of an operation on data of its own, where it sees nothing that another one required; what comes is one answer. */
export async function runParts(
  steps: readonly Step[],
  open: () => Run,
  { isObjectType }: Pick<Types, 'isObjectType'>,
): Promise<Run> {
  const [first, ...others] = await Promise.all(steps.map((step) => runOn(step, open())));
  if (!first) return open();
  const told = new Set(others.length > 0 ? first.errors.map(keyOf) : []);
  for (const { data, errors, shares } of others) {
    first.shares ||= shares;
    mergeInto(first.data, data, { isObjectType, run: first });
    first.errors.push(...errors.filter((error) => !told.has(keyOf(error))));
    for (const each of errors) told.add(keyOf(each));
  }
  return first;
}

async function runOn(step: Step, run: Run): Promise<Run> {
  await step(run);
  return run;
}

/** What fails on the way to several parts is told once. */
const keyOf = ({ message, path }: Run['errors'][number]): string =>
  JSON.stringify([message, path ?? null]);
