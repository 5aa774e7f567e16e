import type { Asking } from './asking.ts';
import { keptUnless, notApplicable, type Seen } from './claim.ts';
import { type FieldValue, type Values, valuesOf } from './field-values.ts';
import { shown } from './reading.ts';

/** Looks at some of the values that the member showed, one by one. */
export async function looked(
  asking: Asking,
  which: (values: Values) => readonly FieldValue[],
  isRight: (value: FieldValue) => boolean,
): Promise<Seen> {
  const found = which(await valuesOf(asking));
  if (found.length === 0) return notApplicable('No record of it has such a value.');
  const wrong = found.filter((each) => !isRight(each));
  return keptUnless(
    wrong.map(({ record, path, value }) => `${record} has ${path} ${shown(value)}.`),
    `${found.length} values are as they should be.`,
  );
}
