import type { Machine } from './machine.ts';
import type { Result } from './result.ts';
import { readableVerdicts, type Verdict } from './verdict.ts';

/** What a run found, as `--json` prints it. */
export type Report = {
  readonly results: readonly Result[];
  /** The bounds that our gateway is held to. */
  readonly verdicts: readonly Verdict[];
  readonly machine: Machine;
  readonly versions: Readonly<Record<string, string>>;
  readonly at: string;
};

/** The same to be read: a table of the results in Markdown, each bound, then where they were measured. */
export function readable({ results, verdicts, machine, versions, at }: Report): string {
  const columns = [...new Set(results.flatMap((each) => Object.keys(each)))];
  const rows = [
    columns,
    ...results.map((each) => columns.map((name) => String(each[name] ?? '-'))),
  ];
  const widths = columns.map((_, place) => Math.max(...rows.map((row) => row[place]?.length ?? 0)));
  const line = (row: readonly string[]) =>
    `| ${row.map((cell, place) => cell.padEnd(widths[place] ?? 0)).join(' | ')} |`;
  const rule = `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`;
  const [head = [], ...body] = rows;
  return [
    line(head),
    rule,
    ...body.map(line),
    '',
    ...(verdicts.length > 0 ? [readableVerdicts(verdicts)] : []),
    whereAndWhen({ machine, versions, at }),
    '',
  ].join('\n');
}

function whereAndWhen({ machine, versions, at }: Omit<Report, 'results' | 'verdicts'>): string {
  const parts = Object.entries(versions).map(([name, version]) => `${name} ${version}`);
  const { cpu, processors, memoryGb, platform, measuredProcessAlone } = machine;
  const core = measuredProcessAlone ? 'alone on one of them' : 'sharing them with the others';
  return `${cpu}, ${processors} processors, ${memoryGb} GB, ${platform}; under load the measured process ${core}. ${parts.join(', ')}. ${at}.`;
}
