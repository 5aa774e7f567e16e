import { readFileSync } from 'node:fs';
import { alerts } from './alerts.ts';
import { limits } from './limits.ts';
import { metrics } from './metrics.ts';
import { reasons } from './reasons.ts';
import { refusals } from './refusals.ts';
import { registryRefusals } from './registry-refusals.ts';
import { requestLine } from './request-line.ts';
import { settingsTable } from './settings.ts';

export const OPERATOR_PAGE = 'docs/operator.md';

/** The tables of the page, by the names of their places in it. */
const TABLES: Readonly<Record<string, () => readonly string[]>> = {
  settings: settingsTable,
  'request line': requestLine,
  metrics,
  alerts,
  refusals,
  'refusals of the registry': registryRefusals,
  reasons,
  limits,
};

/** The operator's page: written by hand, but for the tables between its marks. */
export function operatorDocs(page: string = readFileSync(OPERATOR_PAGE, 'utf8')): string {
  return Object.entries(TABLES).reduce((text, [name, table]) => filled(text, name, table()), page);
}

function filled(page: string, name: string, table: readonly string[]): string {
  const [begin, end] = [`<!-- ${name}: made by \`npm run schema\` -->`, `<!-- end of ${name} -->`];
  const [from, to] = [page.indexOf(begin), page.indexOf(end)];
  if (from < 0 || to < from)
    throw new Error(`Expected ${OPERATOR_PAGE} to hold "${begin}" and then "${end}".`);
  return `${page.slice(0, from)}${begin}\n\n${table.join('\n').trim()}\n\n${page.slice(to)}`;
}
