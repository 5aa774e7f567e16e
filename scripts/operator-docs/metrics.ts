import { METRICS, type Metric } from '../../gateway/index.ts';
import { code, table } from '../contract-docs/index.ts';

export const metrics = (): readonly string[] =>
  table(
    ['metric', 'is a', 'in', 'labels', 'what it says'],
    Object.values<Metric>(METRICS).map(({ name, kind, unit, labels, says }) => [
      code(name),
      kind,
      unit,
      Object.entries(labels).map(labelText).join('; ') || 'none',
      says,
    ]),
  );

/** The codes of refusals have a table of their own. */
const labelText = ([label, values]: readonly [string, readonly string[] | string]): string =>
  typeof values === 'string' || values.length > VALUES_SHOWN
    ? code(label)
    : `${code(label)}: ${values.join(', ')}`;

const VALUES_SHOWN = 16;
