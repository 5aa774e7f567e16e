import { readFileSync } from 'node:fs';
import { expect, test } from '@jest/globals';
import { METRICS, type Metric } from '../../gateway/index.ts';
import { ALERTS, OPERATOR_PAGE, operatorDocs } from '../../scripts/operator-docs/index.ts';

const PAGE = readFileSync(OPERATOR_PAGE, 'utf8');

test('what stands between the marks is made, what stands around them is kept', () => {
  const changed = PAGE.replace('# Running a gateway', '# Running it').replaceAll('`PORT`', '`P`');
  expect(changed).not.toBe(PAGE);
  expect(operatorDocs(changed)).toBe(PAGE.replace('# Running a gateway', '# Running it'));
});

test('a page that has lost a mark is refused', () => {
  expect(() => operatorDocs(PAGE.replace('<!-- end of alerts -->', ''))).toThrow(
    'Expected docs/operator.md to hold "<!-- alerts: made by `npm run schema` -->" and then "<!-- end of alerts -->".',
  );
});

test('every row of every table says what it is for', () => {
  const rows = PAGE.split('\n').filter((line) => line.startsWith('| '));
  expect(rows.length).toBeGreaterThan(100);
  expect(rows.filter((row) => /\|\s*\|/.test(row))).toEqual([]);
});

const METRIC_OF: ReadonlyMap<string, Metric> = new Map(
  Object.values<Metric>(METRICS).map((metric) => [metric.name, metric]),
);
/** A histogram is read by its buckets, its sum or its count. */
const metricOf = (name: string) =>
  METRIC_OF.get(name) ?? METRIC_OF.get(name.replace(/_(bucket|sum|count)$/, ''));

test.each(ALERTS)(
  'the alert $name asks for metrics, labels and values that there are',
  ({ expr }) => {
    const selectors = [...expr.matchAll(/((?:zellige|process|nodejs)_\w+)(?:\{([^}]*)\})?/g)];
    const unknown = selectors.flatMap(([, name = '', labels = '']) => {
      const metric = metricOf(name);
      if (!metric) return [name];
      return [...labels.matchAll(/(\w+)="([^"]*)"/g)].flatMap(
        ([selector, label = '', value = '']) =>
          metric.labels[label]?.includes(value) ? [] : [`${name}{${selector}}`],
      );
    });
    expect(unknown).toEqual([]);
    expect(expr.split('(').length).toBe(expr.split(')').length);
  },
);
