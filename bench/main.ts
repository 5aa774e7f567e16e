// `npm run bench -- --only NAME [--quick] [--json]`: measures, and prints what it found.
import { writeFileSync } from 'node:fs';
import { Command, Option } from 'commander';
import { YOUNG_GENERATION_MB } from '../scripts/zellige/young-generation.ts';
import { verdictsOf } from './bounds.ts';
import { faults } from './faults/index.ts';
import { fourSubgraph, large } from './federated/index.ts';
import { growth, plotOf } from './growth/index.ts';
import { machineOf, versionsOf } from './machine.ts';
import { chooseCores } from './processes/index.ts';
import { publish } from './publish/index.ts';
import { PAGE_ROWS } from './question.ts';
import { type Report, readable } from './report.ts';
import type { FederatedName, GatewayName, Result, ScatterName } from './result.ts';
import { FULL, QUICK } from './rounds.ts';
import { scatter } from './scatter.ts';
import { start } from './start.ts';
import { tricks } from './tricks/index.ts';

type Options = {
  readonly only?: BenchName;
  readonly quick?: boolean;
  readonly json?: boolean;
  readonly gateways?: readonly GatewayName[];
  readonly rows: readonly string[];
  readonly young: readonly string[];
  readonly profile?: string;
  readonly plot?: string;
};

const tell = (line: string): void => {
  process.stderr.write(`${line}\n`);
};
const cores = chooseCores();

const BENCHES = {
  scatter: ({ quick, gateways, rows, profile }: Options) =>
    scatter({
      gateways: wanted(SCATTERED, gateways),
      rowsEach: rows.map(parseRows),
      pace: quick ? QUICK : FULL,
      cores,
      profiles: profile ?? null,
      tell,
    }),
  'four-subgraph': (options: Options) => fourSubgraph(federated(options)),
  large: (options: Options) => large(federated(options)),
  growth: ({ quick, plot }: Options) =>
    growth({
      isQuick: quick ?? false,
      cores,
      draw: (curves) => plot && writeFileSync(plot, plotOf(curves)),
      tell,
    }),
  tricks: ({ quick }: Options) => tricks({ isQuick: quick ?? false, cores, tell }),
  faults: ({ quick }: Options) =>
    faults({ asks: quick ? 20 : 100, pace: { ...(quick ? QUICK : FULL), rounds: 5 }, cores, tell }),
  publish: ({ quick }: Options) => publish({ rounds: quick ? 3 : 5, tell }),
  start: ({ quick }: Options) => start({ warmStarts: quick ? 1 : 3, tell }),
} as const satisfies Readonly<Record<string, (options: Options) => Promise<readonly Result[]>>>;
type BenchName = keyof typeof BENCHES;
const NAMES = Object.keys(BENCHES) as BenchName[];

const SCATTERED = ['zellige', 'stock', 'floor'] as const satisfies readonly ScatterName[];
const FEDERATED = ['zellige', 'stock', 'hive'] as const satisfies readonly FederatedName[];

/** Of those that a bench knows, whom the command names; all where it names none. */
const wanted = <Name extends GatewayName>(
  known: readonly Name[],
  names: readonly GatewayName[] | undefined,
): readonly Name[] => known.filter((each) => names?.includes(each) ?? true);

const federated = ({ gateways, young, quick, profile }: Options) => ({
  gateways: wanted(FEDERATED, gateways),
  youngMb: young.map(parseMegabytes),
  isQuick: quick ?? false,
  cores,
  profiles: profile ?? null,
  tell,
});

function parseMegabytes(text: string): number | null {
  if (text === 'default') return null;
  const megabytes = Number(text);
  if (Number.isInteger(megabytes) && megabytes > 0) return megabytes;
  throw new Error(`--young: expected whole megabytes or "default", got ${text}.`);
}

/** A member is asked for one page, so it can hold no more than that. */
function parseRows(text: string): number {
  const rows = Number(text);
  if (Number.isInteger(rows) && rows >= 1 && rows <= PAGE_ROWS) return rows;
  throw new Error(`--rows: expected whole numbers from 1 to ${PAGE_ROWS}, got ${text}.`);
}

async function run(options: Options): Promise<void> {
  if (cores.kind === 'shared') tell(`The gateway shares the processors: ${cores.why}.`);
  const results: Result[] = [];
  for (const name of options.only ? [options.only] : NAMES)
    results.push(...(await BENCHES[name](options)));
  const report: Report = {
    results,
    verdicts: verdictsOf(results),
    machine: machineOf(cores),
    versions: versionsOf(),
    at: new Date().toISOString(),
  };
  process.stdout.write(options.json ? `${JSON.stringify(report)}\n` : readable(report));
}

const command = new Command('bench')
  .description('Measures the gateway beside the floor: the least that the same work can cost.')
  .addOption(new Option('--only <name>', 'one bench').choices(NAMES))
  .option('--quick', 'fewer and shorter rounds, within 120 seconds')
  .option('--json', 'print JSON and nothing else')
  .addOption(
    new Option('--gateways <names...>', 'what to measure').choices([
      ...new Set([...SCATTERED, ...FEDERATED]),
    ]),
  )
  .option('--young <megabytes...>', 'young generation in four-subgraph and large', [
    String(YOUNG_GENERATION_MB),
    'default',
  ])
  .option('--rows <counts...>', 'rows of each member', ['10', '50'])
  .option('--profile <folder>', 'profile one more round of each into this folder')
  .option('--plot <file>', 'draw what growth finds into this SVG file')
  .action(run);

try {
  await command.parseAsync();
} catch (error) {
  tell(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
